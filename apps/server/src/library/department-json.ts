import type { Json } from '@luodi/entitlement';
import type { Evaluator } from '@luodi/evaluation';
import { indicatorJson, inspectionJson, limitJson, taskJson } from './block-json.ts';
import { registeredJson } from './departments.ts';
import type { Department } from './departments.ts';
import { comparableMeasureJson } from './matter-json.ts';
import { placeJson } from './place-json.ts';

/** Everything that the documents give a department to do. */
export function departmentDetailJson(department: Department, evaluator: Evaluator): Json {
  const { name, measures, tasks, indicators, procedures, inspections } = department;
  return {
    name,
    ...registeredJson(department),
    measures: measures.map(({ entry }) => comparableMeasureJson(entry, evaluator)),
    tasks: tasks.map(({ document, entry, role }) => ({
      place: placeJson(document, entry.clause),
      role,
      task: taskJson(entry),
    })),
    indicators: indicators.map(({ document, entry, role }) => ({
      place: placeJson(document, entry.clause),
      role,
      indicator: indicatorJson(entry),
    })),
    procedures: procedures.map(({ document, entry, steps }) => ({
      place: placeJson(document, entry.clause),
      label: entry.name,
      labelEn: entry.nameEn,
      steps: steps.map((step) => ({
        label: step.name,
        labelEn: step.nameEn,
        limit: limitJson(step.limit),
      })),
    })),
    inspections: inspections.map(({ document, entry, role }) => ({
      place: placeJson(document, entry.clause),
      role,
      inspection: inspectionJson(entry),
    })),
  };
}
