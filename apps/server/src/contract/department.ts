import { z } from 'zod';
import { indicator, limit, task } from './block.ts';
import { measureInMatter } from './matter.ts';
import { place } from './place.ts';

const counts = {
  measures: z.int(),
  tasks: z.int(),
  indicators: z.int(),
  procedures: z.int(),
};

/** `GET /api/departments`: as the documents name them; no two spellings are taken for one. */
export const departmentsResponse = z.array(
  z.strictObject({ name: z.string(), ...counts, documents: z.int() }).meta({ id: 'Department' }),
);
export type DepartmentsResponse = z.infer<typeof departmentsResponse>;

const role = z.enum(['leads', 'responsible']);

/** `GET /api/departments/{name}` */
export const departmentResponse = z
  .strictObject({
    name: z.string(),
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
  })
  .meta({ id: 'DepartmentDetail' });
export type DepartmentResponse = z.infer<typeof departmentResponse>;
