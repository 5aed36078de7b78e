import type { Actor } from '@luodi/platform';
import { z } from 'zod';
import { doCaseDeed } from './case-deeds.ts';
import type { Answer } from './case-deeds.ts';
import type { Command, Deed } from './deed.ts';
import type { KeptAnswer } from './find-damage.ts';
import type { Acknowledged } from './line.ts';
import { doMoneyDeed } from './money-deeds.ts';
import { applicant, machine, officer, owner } from './world.ts';
import type { World } from './world.ts';

function actorOf(deed: Deed): Actor {
  switch (deed.kind) {
    case 'save_round':
    case 'publish_round':
    case 'begin_round':
    case 'settle_objection':
      return officer(owner);
    case 'start':
    case 'save':
    case 'submit':
    case 'complete':
    case 'answer':
    case 'confirm':
    case 'object':
    case 'claim':
    case 'withdraw':
      return applicant(deed.enterprise);
    case 'approve':
    case 'give_back':
    case 'refuse':
      return officer(deed.body);
    case 'pass_days':
    case 'allot':
    case 'order':
    case 'order_again':
    case 'prepare':
    case 'dissolve':
    case 'send':
    case 'receive':
    case 'settle_claim':
    case 'recover':
    case 'pay_back':
      return machine;
  }
}

/** Whether the deed is one command: days that pass are as many commands as cases move. */
export function isOneCommand({ deed }: Command): boolean {
  return deed.kind !== 'pass_days';
}

const movedSchema = z.object({ moved: z.number() });

/** What the database has to keep of what was answered: answers by key, and how many cases the clock moved. */
export function keptOf(acknowledged: readonly Acknowledged[]): {
  readonly answers: readonly KeptAnswer[];
  readonly moved: number;
} {
  const answers: KeptAnswer[] = [];
  let moved = 0;
  for (const { command, outcome } of acknowledged)
    if (isOneCommand(command))
      // A key is one person's.
      answers.push({ key: `${actorOf(command.deed).user} ${command.key}`, outcome });
    else moved += movedSchema.parse(JSON.parse(outcome)).moved;
  return { answers, moved };
}

/** Gives the command; given twice it must answer alike and act once. */
export async function give(world: World, { key, at, deed }: Command): Promise<Answer> {
  const asked = { key, at, actor: actorOf(deed) };
  switch (deed.kind) {
    case 'allot':
    case 'order':
    case 'order_again':
    case 'prepare':
    case 'dissolve':
    case 'send':
    case 'receive':
    case 'settle_claim':
    case 'recover':
    case 'pay_back':
      return doMoneyDeed(world, asked, deed);
    case 'save_round':
    case 'publish_round':
    case 'begin_round':
    case 'start':
    case 'save':
    case 'submit':
    case 'approve':
    case 'give_back':
    case 'refuse':
    case 'complete':
    case 'answer':
    case 'confirm':
    case 'object':
    case 'settle_objection':
    case 'claim':
    case 'withdraw':
    case 'pass_days':
      return doCaseDeed(world, asked, deed);
  }
}
