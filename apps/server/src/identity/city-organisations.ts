import { join } from 'node:path';
import type { Department } from '@luodi/language';
import type { OrganisationRecord } from '@luodi/platform';
import { z } from 'zod';
import { readContentFile } from '../content/content-file.ts';

/** The words of the register of departments for the classes of bodies. */
const classes = {
  市级部门: 'municipal',
  平台管委会: 'park',
  法院检察院: 'judicial',
  国家和驻杭: 'national',
} as const satisfies Record<string, Department['departmentClass']>;

const named = z.strictObject({ 名称: z.string(), 英文: z.string() });
const district = z.strictObject({ 英文: z.string(), 代码: z.string().optional() });

const organisationsFile = z.strictObject({
  城市: named,
  省: named,
  市级机构类别: z.array(z.enum(['市级部门', '平台管委会', '法院检察院', '国家和驻杭'])),
  市级机构简称: z.record(z.string(), z.string()),
  市级机构补充: z.record(z.string(), z.string()),
  区县: z.record(z.string(), district),
  区划调整: z.strictObject({
    出处: z.string(),
    日期: z.iso.date(),
    原区县: z.record(z.string(), district.extend({ 继受: z.array(z.string()) })),
    划出: z.record(z.string(), z.array(z.string())),
  }),
  区县部门: z.record(z.string(), z.string()),
});
type OrganisationsFile = z.infer<typeof organisationsFile>;

const cityId = 'city';
const provinceId = 'province';
const idOfDistrict = (name: string) => `district:${name}`;

function districtRecords(file: OrganisationsFile): readonly OrganisationRecord[] {
  const { 出处: source, 日期: since, 原区县, 划出 } = file.区划调整;
  const successorsOf = (names: readonly string[] = []) =>
    names.map((name) => ({ id: idOfDistrict(name), since }));
  const today = Object.entries(file.区县).map(
    ([name, { 英文 }]): OrganisationRecord => ({
      id: idOfDistrict(name),
      kind: 'district',
      name,
      nameEn: 英文,
      district: name,
      parent: cityId,
      successors: successorsOf(划出[name]),
      source,
    }),
  );
  const former = Object.entries(原区县).map(
    ([name, { 英文, 继受 }]): OrganisationRecord => ({
      id: idOfDistrict(name),
      kind: 'district',
      name,
      nameEn: 英文,
      district: name,
      parent: cityId,
      validUntil: since,
      successors: successorsOf(继受),
      source,
    }),
  );
  return [...today, ...former];
}

function districtDepartments(file: OrganisationsFile): readonly OrganisationRecord[] {
  return Object.entries(file.区县).flatMap(([name, { 英文 }]) =>
    Object.entries(file.区县部门).map(([department, departmentEn]) => ({
      id: `${idOfDistrict(name)}:${department}`,
      kind: 'department' as const,
      name: `${name}${department}`,
      nameEn: `${英文} ${departmentEn}`,
      district: name,
      parent: idOfDistrict(name),
    })),
  );
}

function cityDepartments(
  file: OrganisationsFile,
  register: Iterable<Department>,
): readonly OrganisationRecord[] {
  const wanted = new Set<string>(file.市级机构类别.map((word) => classes[word]));
  const registered = [...new Set(register)]
    .filter(({ departmentClass }) => wanted.has(departmentClass))
    .map(
      ({ name, nameEn, formerNames, history }): OrganisationRecord => ({
        id: `city:${file.市级机构简称[name] ?? name}`,
        kind: 'department',
        name,
        nameEn,
        parent: cityId,
        formerNames,
        source: history ?? 'vocabulary/departments.yaml',
      }),
    );
  const added = Object.entries(file.市级机构补充).map(
    ([name, nameEn]): OrganisationRecord => ({
      id: `city:${name}`,
      kind: 'department',
      name,
      nameEn,
      parent: cityId,
    }),
  );
  return [...registered, ...added];
}

/**
 * The bodies of a city, parents before their parts: from `organisations.yaml` in its content folder and the register of
 * departments. None for a city without that file. Rejects with the place when the file has another shape.
 */
export async function readCityOrganisations(
  folder: string,
  register: Iterable<Department>,
): Promise<readonly OrganisationRecord[]> {
  const file = await readContentFile(join(folder, 'organisations.yaml'), organisationsFile);
  if (file === undefined) return [];
  const { 城市: city, 省: province } = file;
  return [
    { id: provinceId, kind: 'province', name: province.名称, nameEn: province.英文 },
    { id: cityId, kind: 'city', name: city.名称, nameEn: city.英文, parent: provinceId },
    ...districtRecords(file),
    ...cityDepartments(file, register),
    ...districtDepartments(file),
  ];
}
