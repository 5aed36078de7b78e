import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

export interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly target: string;
}

/** What axe-core finds serious or critical. */
export async function findings(page: Page): Promise<readonly Finding[]> {
  // The page allows no inline scripts, and should not; the checker comes in by the debugger instead.
  await page.evaluate(axe.source);
  const { violations }: AxeResults = await page
    .locator('html')
    .evaluate((html) =>
      html.ownerDocument.defaultView.axe.run(html, { resultTypes: ['violations'] }),
    );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target }) => ({ id, impact: String(impact), target: target.join(' ') })),
    );
}
