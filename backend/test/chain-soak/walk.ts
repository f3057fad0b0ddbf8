import type { CallAnswer } from '../../src/testing/test-app';
import { places } from './crowd';
import { type Around, actorFor, addressFor, bodyOf, moveOf, oneOf, openTo } from './deeds';
import type { Stored } from './records';

/** What people were told that has been done: each must be found once, whatever was killed. */
export interface Known {
  readonly travellers: Set<string>;
  /** Record by operation. */
  readonly done: Map<string, string>;
  /** How often an action of a kind was tried, and done. */
  readonly tried: Map<string, number>;
  readonly succeeded: Map<string, number>;
}

export const nothingKnown = (): Known => ({
  ...{ travellers: new Set(), done: new Map(), tried: new Map(), succeeded: new Map() },
});

const more = (among: Map<string, number>, what: string) => among.set(what, (among.get(what) ?? 0) + 1);

/** One operation, with what is said in the place of a sample; now and then sent twice as by whoever heard no answer. @throws where it is answered by a fault */
export async function act(
  around: Around,
  known: Known,
  record: Stored,
  action: string,
  said: object = {},
): Promise<CallAnswer> {
  const { stage, crowd, random } = around;
  const move = moveOf(record.kind, action);
  const token = await crowd.token(actorFor(move, record, around));
  const opId = stage.app.anId();
  const body = { ...bodyOf(move, record, around), ...said, opId };
  const send = () => stage.call('POST', addressFor(move, record._id), token, body);
  const answer = await send();
  const name = `${record.kind} ${action}`;
  more(known.tried, name);
  if (answer.status >= 500) throw new Error(`${name} answered ${answer.status}`);
  if (answer.status !== 200) return answer;
  more(known.succeeded, name);
  // a late fact is kept beside the record
  if (answer.body.receipt?.to !== 'LATE_FACT') known.done.set(opId, record._id);
  if (random() < 0.15) {
    const again = await send();
    const isSame = again.status === 404 || JSON.stringify(again.body.receipt) === JSON.stringify(answer.body.receipt);
    if (!isSame) throw new Error(`${name} was answered otherwise the second time: ${again.status}`);
  }
  return answer;
}

let people = 0;
function aTraveller() {
  people += 1;
  const number = String(people).padStart(5, '0');
  return {
    name: '王小返',
    idType: 'ID_CARD',
    idNumber: `1411221990010${number}`,
    phone: `199001${number}`,
    symptoms: false,
  };
}

/** Somebody tells of a trip: from home, at a post, at a door, in a register. */
export async function report(around: Around, known: Known): Promise<void> {
  const { stage, crowd, random } = around;
  const { household, resident } = oneOf(crowd.homes, random);
  const inHours = (hours: number) => new Date(stage.now().getTime() + hours * 3_600_000).toISOString();
  const here = { arrivedAt: inHours(-1), destination: { kind: 'HOUSEHOLD', area: crowd.grid, place: '三单元五楼' } };
  const coming = { plannedArrival: inHours(1 + random() * 60), destination: { kind: 'HOUSEHOLD', household } };
  const [foundBy, by, how] = oneOf(
    [
      ['FAMILY', resident, coming],
      ['SELF', resident, coming],
      ['SCREENING', crowd.by('SCREENER'), here],
      ['CHECKPOINT', crowd.by('CHECKPOINT_OFFICER'), here],
      ['REGISTER', crowd.by('GRID_WORKER'), here],
    ] as const,
    random,
  );
  const place = oneOf([places.high, places.cases, places.quiet, places.high], random);
  const travellers = Array.from({ length: random() < 0.3 ? 2 : 1 }, aTraveller);
  const draft = {
    ...{ id: stage.app.anId(), foundBy, travellers, ...how, transport: 'D1234 8车' },
    stays: [{ place: [...place], from: inHours(-24 * (1 + random() * 8)), to: inHours(-2) }],
  };
  const token = await crowd.token(by);
  const answers = [await stage.call('POST', '/returnee-reports', token, draft)];
  if (random() < 0.2) answers.push(await stage.call('POST', '/returnee-reports', token, draft));
  for (const { status, body } of answers) {
    if (status !== 200) throw new Error(`a report was answered ${status}: ${JSON.stringify(body)}`);
    for (const { id } of body.travellers) known.travellers.add(id);
  }
  more(known.succeeded, `REPORT ${foundBy}`);
}

/** An investigator begins a case by hand. */
export async function openCase({ stage, crowd }: Around, known: Known): Promise<void> {
  const draft = { id: stage.app.anId(), name: '韩病例', area: crowd.grid };
  const answer = await stage.call('POST', '/investigations', await crowd.token(crowd.by('CDC_INVESTIGATOR')), draft);
  if (answer.status === 200) more(known.succeeded, 'INVESTIGATION open');
}

const walked = [
  ...['TRAVELLER', 'TRAVELLER', 'CHAIN_LINK', 'QUARANTINE_EPISODE', 'QUARANTINE_EPISODE', 'TRANSFER', 'TRANSFER'],
  ...['PASSENGER', 'HEALTH_CODE_REQUEST', 'INVESTIGATION', 'REFUSAL', 'HEALTH_TRACKER', 'ROOM'],
];

/** One thing that somebody does at random, among what the tables let people do now. */
export async function step(around: Around, known: Known): Promise<void> {
  const { all, random } = around;
  const open = all.of(oneOf(walked, random)).filter((record) => openTo(record).length > 0);
  if (open.length === 0) return;
  const record = oneOf(open, random);
  await act(around, known, record, oneOf(openTo(record), random).action);
}
