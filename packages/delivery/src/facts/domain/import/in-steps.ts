/** Work over many rows that stops now and then, so that who does it can let others go before; it goes on when asked. */
export type InSteps<Outcome> = Generator<undefined, Outcome, undefined>;

/** Some milliseconds of work, with the widest tables. */
const rowsAStep = 250;

/** The items one by one, with a stop after every few hundred. */
export function* eachInSteps<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
): InSteps<undefined> {
  let number = 0;
  for (const item of items) {
    work(item);
    number += 1;
    if (number % rowsAStep === 0) yield;
  }
  return undefined;
}
