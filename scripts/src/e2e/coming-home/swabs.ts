import type { Page } from 'playwright-core';
import { fits, type Stage } from '../people';
import { button, cardOf, leaves, openAnew, openScreen, picture, reads, tap } from '../screen';

const quarantine = '/packages/grid/quarantine/index';

/** The landing swab of everybody who has come, a tap each; the laboratory answers by the numbers of the tubes alone. */
export async function landingTests(
  stage: Stage,
  swabs: Page,
  laboratory: Page,
  names: readonly string[],
): Promise<void> {
  const { checks, system } = stage;
  await openAnew(swabs, system.address, quarantine);
  await checks.check('the sampler sees whom to swab', await reads(swabs, '今天要采的'));
  await fits(checks, swabs, 'whom to swab today');
  await picture(swabs, '61-to-swab');
  for (const masked of names) {
    const card = cardOf(swabs, '.card', masked);
    await tap(card, '采好了');
    await checks.check(`${masked} is swabbed`, await leaves(button(card, '采好了')));
  }
  await openScreen(laboratory, system.address, quarantine);
  await checks.check('the laboratory has the tubes, by number', await reads(laboratory, /号管/));
  await checks.check('and no name', !/[周乔石窦]\*\*/.test((await laboratory.locator('body').textContent()) ?? ''));
  await fits(checks, laboratory, 'tubes without a result');
  await picture(laboratory, '62-laboratory');
  for (let nth = 0; nth < names.length; nth++) {
    await tap(laboratory, '阴性');
  }
}

/** For a site nobody looks at the home: one tap decides, and moving into the room begins it. */
export async function decidesPlace({ checks, system }: Stage, desk: Page, names: readonly string[]): Promise<void> {
  const opens = async (masked: string) => {
    await openAnew(desk, system.address, quarantine);
    await tap(cardOf(desk, '.card', masked), '打开');
  };
  for (const masked of names) {
    await opens(masked);
    await tap(desk, '定下去处');
    await checks.check(`${masked}: it is decided`, await leaves(button(desk, '定下去处')));
  }
  for (const masked of names) {
    await opens(masked);
    await checks.check(`${masked} is at the site`, await reads(desk, '在隔离点', 60_000));
  }
  await fits(checks, desk, 'somebody at a site');
}
