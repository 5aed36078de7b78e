import { z } from 'zod';
import { indicator, inspection, limit, task } from './block.ts';
import { measureInMatter } from './matter.ts';
import { place } from './place.ts';

const counts = {
  measures: z.int(),
  tasks: z.int(),
  indicators: z.int(),
  procedures: z.int(),
  inspections: z.int(),
};

const registered = {
  name: z.string().meta({ description: 'The name in use now, in short', example: '市经信局' }),
  nameEn: z.string().nullable(),
  fullName: z.string(),
  formerNames: z.array(z.string()).meta({ example: ['市经信委'] }),
  alsoWritten: z.array(z.string()),
  history: z.string().nullable().meta({ description: 'What changed and when' }),
};

/** `GET /api/departments`: a body once, though documents name it as it was called then. */
export const departmentsResponse = z.array(
  z.strictObject({ ...registered, ...counts, documents: z.int() }).meta({ id: 'Department' }),
);
export type DepartmentsResponse = z.infer<typeof departmentsResponse>;

const role = z.enum(['leads', 'responsible']);

/** `GET /api/departments/{name}` */
export const departmentResponse = z
  .strictObject({
    ...registered,
    measures: z.array(measureInMatter),
    tasks: z.array(z.strictObject({ place, role, task })),
    indicators: z.array(z.strictObject({ place, role, indicator })),
    procedures: z.array(
      z.strictObject({
        place,
        label: z.string(),
        labelEn: z.string(),
        steps: z
          .array(
            z.strictObject({ label: z.string(), labelEn: z.string(), limit: limit.nullable() }),
          )
          .meta({ description: 'The steps that it acts in' }),
      }),
    ),
    inspections: z.array(z.strictObject({ place, role: z.enum(['leads', 'assists']), inspection })),
  })
  .meta({ id: 'DepartmentDetail' });
export type DepartmentResponse = z.infer<typeof departmentResponse>;
