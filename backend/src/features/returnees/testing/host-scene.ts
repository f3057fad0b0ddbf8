import type { Role } from '@grid-relief/shared-types/roles';
import { aPerson } from '../../../testing/builders';
import type { Somebody } from './scene';
import {
  aDraft,
  aHome,
  anId,
  aPerson1,
  app,
  collection,
  get,
  grid,
  inHours,
  post,
  settle,
  somebody,
  submit,
} from './scene';

/** Two workers who come to a building site in the grid, for whom this person's number stands as that of who answers. */
export const toTheSite = ({ phone }: Somebody, foundBy = 'EMPLOYER', change: object = {}) => {
  const responsibleHost = { name: '样例建筑公司', phone };
  const destination = { kind: 'WORKSITE', area: grid, place: '样例工地', responsibleHost };
  return aDraft({ household: '' }, { foundBy, travellers: [aPerson1(), aPerson1()], destination, ...change });
};

export const tripsOf = async (person: Somebody) => (await get(person, '/returnee-reports/mine')).body.items;

/** Codes of what somebody has been told, once everything is delivered. */
export const heardBy = async (person: Somebody): Promise<string[]> => {
  await settle();
  const notices = await collection('notices')
    .find({ person: person.id } as object)
    .toArray();
  return notices.map((notice) => (notice as unknown as { code: string }).code);
};

/** How often somebody was told that people were reported to come to them. */
export const told = async (host: Somebody) => (await heardBy(host)).filter((code) => code === 'RETURNEE_HOSTED');

/** Somebody whom nobody has invited. */
export const aStranger = (): Promise<Somebody> => aPerson(app()).saved();

/** How an invitation came out: what takes it, and what was answered. */
export interface Taken {
  readonly body: { readonly opId: string; readonly code: string };
  readonly status: number;
}

export const take = (person: Somebody, body: object) => post(person, '/invitations/accept', body);

/** The township invites this number, and whoever has it takes the role. */
export async function isInvited(person: Somebody, area: string = grid, role: Role = 'HOST_UNIT'): Promise<Taken> {
  const body = await invitationFor(person, area, role);
  return { body, status: (await take(person, body)).status };
}

/** The same up to the code that was handed on. */
export async function invitationFor({ phone }: Somebody, area: string = grid, role: Role = 'HOST_UNIT') {
  const township = await somebody('TOWNSHIP_DISPATCHER', area);
  const invitation = { opId: anId(), role, area, until: inHours(24 * 60), phone };
  const answer = await post(township, '/invitations', invitation);
  if (answer.status !== 200) throw new Error(`invite: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { opId: anId(), code: answer.body.code as string };
}

/** The township ends the role again. */
export async function isInvitedNoMore({ id }: Somebody, area: string = grid): Promise<void> {
  const body = { opId: anId(), role: 'HOST_UNIT', area };
  const { status } = await post(await somebody('TOWNSHIP_DISPATCHER', area), `/people/${id}/end-grant`, body);
  if (status !== 200) throw new Error(`end: ${status}`);
}

/** A trip that names somebody whom nobody has invited yet; everything that follows from it has happened. */
export async function reported(host: Somebody, change: object = {}) {
  const { resident } = await aHome();
  const draft = toTheSite(host, 'EMPLOYER', change);
  const { status, body } = await submit(resident, draft);
  if (status !== 200) throw new Error(`submit: ${status} ${JSON.stringify(body)}`);
  await settle();
  return { resident, trip: draft.id, travellers: body.travellers.map(({ id }: { id: string }) => id) as string[] };
}
