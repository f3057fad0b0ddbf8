import { endpoint, intent } from '../contract';
import { Fen } from '../primitives/fen';
import { TaskId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { HandoverCash } from './run.contract';

/**
 * The ledger records money and never moves it. ADVANCED: a carrier paid; REPAID: got it back, or a part of it;
 * FLOAT_OUT/BACK: cash per run. ADVANCE_REVERSED: an advance booked by estimate, taken out again because the receipt
 * came; GIVEN_BACK: what the carrier had got back beyond the receipt.
 */
export const LedgerKind = z.enum([
  'ADVANCED',
  'ADVANCE_REVERSED',
  'REPAID',
  'GIVEN_BACK',
  'HOUSEHOLD_PAID',
  'FLOAT_OUT',
  'FLOAT_BACK',
  'REFUND',
  'AID',
  'WRITTEN_OFF',
]);
export const LedgerRow = z.object({
  id: z.string(),
  kind: LedgerKind,
  amountFen: Fen,
  delivery: z.optional(TaskId),
  run: z.optional(TaskId),
  code: z.optional(z.string()),
  at: Instant,
  dueAt: z.optional(Instant),
  settledAt: z.optional(Instant),
  /** Of an advance: what the carrier still waits for, and what the carrier got back beyond it. */
  openFen: z.optional(Fen),
  overFen: z.optional(Fen),
  overdue: z.boolean(),
  /** Who has been told that it is overdue, the highest of them. */
  told: z.optional(z.enum(['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'])),
  who: z.string(),
});

export const myLedger = endpoint({
  name: 'myLedger',
  method: 'GET',
  path: '/ledger/mine',
  access: { roles: ['VOLUNTEER'] },
  query: z.strictObject({ ...pageQuery }),
  response: z.object({ owedToMeFen: Fen, items: z.array(LedgerRow), next: z.optional(z.string()) }),
  summary: 'What I advanced and what is still owed to me.',
});
export const owedInArea = endpoint({
  name: 'owedInArea',
  method: 'GET',
  path: '/ledger/owed',
  access: { roles: ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(LedgerRow),
  problems: ['not-allowed'],
  summary: 'Who is owed what, overdue first.',
});
/** Cash that carriers have with them, and what they advanced, by run and person. Fen. */
export const runMoney = endpoint({
  name: 'runMoney',
  method: 'GET',
  path: '/ledger/runs',
  access: { roles: ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(
    z.object({
      run: TaskId,
      state: z.string(),
      carrier: z.optional(z.string()),
      floatFen: Fen,
      floatReturnedFen: z.optional(Fen),
      /** What the carrier kept of the float covers doors in walking order; what is left of it has no door. */
      coveredFen: Fen,
      differenceFen: z.optional(Fen),
      /** The last change of carrier: whose cash it was, and what both counted. */
      handoverCash: z.optional(z.extend(HandoverCash, { from: z.string() })),
      /** The two counts differ, or nobody has counted; this reader may say how much it was. */
      mayAgreeCash: z.boolean(),
      /** Cash that is out while nobody carries the run, and who had it last; this reader may take it over. */
      cashOut: z.optional(z.object({ who: z.string(), amountFen: Fen })),
      mayTakeCash: z.boolean(),
      /** What people advanced for its doors and have not got back. */
      owed: z.array(z.object({ who: z.string(), amountFen: Fen })),
    }),
  ),
  summary: 'Floats of runs, and who is owed what for them.',
});
export const repay = endpoint({
  name: 'repay',
  method: 'POST',
  path: '/ledger/{id}/repay',
  access: { roles: ['COMMUNITY_CASHIER', 'TOWNSHIP_DISPATCHER'] },
  params: z.strictObject({ id: z.string().check(z.maxLength(80)) }),
  body: z.strictObject({ opId: intent.opId, words: z.optional(z.string().check(z.maxLength(200))) }),
  response: LedgerRow,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile', 'op-id-reused'],
  summary: 'The volunteer has the money back.',
});
export const takeBack = endpoint({
  name: 'takeBack',
  method: 'POST',
  path: '/ledger/{id}/take-back',
  access: { roles: ['COMMUNITY_CASHIER', 'TOWNSHIP_DISPATCHER'] },
  params: z.strictObject({ id: z.string().check(z.maxLength(80)) }),
  body: z.strictObject({ opId: intent.opId, words: z.optional(z.string().check(z.maxLength(200))) }),
  response: LedgerRow,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile', 'op-id-reused'],
  summary: 'The volunteer has given back what was repaid beyond the receipt.',
});
