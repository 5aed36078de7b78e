import type { Block, Content } from '@luodi/language';
import { ContractCard } from './contract-card.tsx';
import { IndicatorCard } from './indicator-card.tsx';
import { InspectionCard } from './inspection-card.tsx';
import { ListCard } from './list-card.tsx';
import { ProcedureCard } from './procedure-card.tsx';
import { TaskCard } from './task-card.tsx';

/** A block of entries that nothing is computed from, each as a card of its kind. */
export function EntryBlock({
  block,
  content,
}: {
  readonly block: Exclude<Block, { kind: 'measures' | 'examples' | 'inert' }>;
  readonly content: Content;
}) {
  switch (block.kind) {
    case 'tasks':
      return block.tasks.map((task) => <TaskCard key={task.id} task={task} />);
    case 'indicators':
      return block.indicators.map((indicator) => (
        <IndicatorCard key={indicator.id} indicator={indicator} />
      ));
    case 'lists':
      return block.lists.map((list) => <ListCard key={list.id} list={list} content={content} />);
    case 'procedures':
      return block.procedures.map((procedure) => (
        <ProcedureCard key={procedure.id} procedure={procedure} content={content} />
      ));
    case 'inspections':
      return block.inspections.map((inspection) => (
        <InspectionCard key={inspection.id} inspection={inspection} />
      ));
    case 'contracts':
      return block.contracts.map((contract) => (
        <ContractCard key={contract.id} contract={contract} />
      ));
  }
}
