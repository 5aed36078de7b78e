import { expect, test } from 'vitest';
import { englishNames } from './english-names.ts';

const xihu = { id: 'district:西湖区', name: '西湖区', nameEn: 'Xihu District', parent: 'city' };
const names = englishNames([
  xihu,
  {
    id: 'district:西湖区:科技局',
    name: '西湖区科技局',
    nameEn: 'Xihu District Bureau of Science and Technology',
    parent: xihu.id,
  },
  {
    id: 'city:市科技局',
    name: '市科技局',
    nameEn: 'Municipal Bureau of Science and Technology',
    parent: 'city',
  },
  {
    id: 'city:大走廊管委会',
    name: '杭州城西科创大走廊管委会',
    nameEn: 'Corridor Administration',
    parent: 'city',
  },
  { id: 'city:市无名局', name: '市无名局', nameEn: '', parent: 'city' },
]);

const cases = [
  { name: '区县按全名', of: '西湖区', said: 'Xihu District' },
  {
    name: '区县部门按全名，带区县',
    of: '西湖区科技局',
    said: 'Xihu District Bureau of Science and Technology',
  },
  {
    name: '流程里的区县部门不带区县',
    of: '科技局',
    said: 'Bureau of Science and Technology',
  },
  { name: '市级部门', of: '市科技局', said: 'Municipal Bureau of Science and Technology' },
  { name: '文件里的简称', of: '大走廊管委会', said: 'Corridor Administration' },
  { name: '没有英文名称的不列', of: '市无名局', said: undefined },
];
for (const c of cases) test(c.name, () => expect(names[c.of]).toBe(c.said));
