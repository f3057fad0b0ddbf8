import type { Page } from 'playwright-core';
import { fits, type Stage } from '../people';
import { cardOf, openAnew, picture, reads, tap } from '../screen';

/** What runs out at her home shows at the grid before it is gone, and one tap says that it was brought. */
export async function suppliesAreBrought({ checks, system }: Stage, desk: Page, door: string): Promise<void> {
  await openAnew(desk, system.address, '/packages/grid/quarantine/index');
  const row = cardOf(desk, '.card', door);
  await checks.check('the grid reads that something runs out', await reads(row, /有东西快用完/, 60_000));
  await tap(row, '打开');
  await checks.check('and what', await reads(desk, /快用完的：/));
  await fits(checks, desk, 'what runs out');
  await picture(desk, '63-supplies');
  await tap(desk, /送到了$/);
  await checks.check('it is brought', await reads(desk, '已发出，收到了'));
}
