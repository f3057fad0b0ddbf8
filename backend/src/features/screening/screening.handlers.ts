import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { inParts } from '../../platform/in-parts';
import type { EntryHandler } from '../../tasks';
import { type Callback, callbackKind, callbackMachine } from './callback';
import { callbackRepository } from './callback.repository';
import { callbacks } from './callbacks';
import { type Campaign, doorsAreOver } from './campaign';
import { campaignRepository, partKind } from './campaign.repository';
import { campaigns } from './campaigns';
import { newVisit, visitIdOf } from './new-visit';
import { sampleOf } from './sample.rules';
import type { ScreeningDeps } from './screening.deps';
import { type DoneVisit, visitRepository } from './visit.repository';
import { visits } from './visits';

/** So many homes are put on the list by one delivery, which must end within ten seconds. */
const listPart = 500;
/** So many visits are handed up by one, each by an act of its own. */
const endPart = 200;

/** What the relay delivers of screenings; each may come again after a crash, and finds what is done done. */
export interface ScreeningHandlers {
  readonly timer: EntryHandler;
  readonly visitTimer: EntryHandler;
  /** Published: the list is drawn up in parts. */
  readonly screeningList: EntryHandler;
  readonly screeningPart: EntryHandler;
  /** Doors are over: whoever was not visited is handed up, in parts. */
  readonly screeningEnd: EntryHandler;
  /** Every tenth home is phoned. */
  readonly screeningSample: EntryHandler;
  readonly callbackDiffers: EntryHandler;
  readonly doorRefused: EntryHandler;
  /** Found on no list, perhaps by a phone that had no network until the doors were over. */
  readonly doorAdded: EntryHandler;
}

export function screeningHandlers(deps: ScreeningDeps): ScreeningHandlers {
  const stored = campaignRepository(deps.connection);
  const doors = visitRepository(deps.connection);
  /** @throws when there is none: such an entry is parked, where it is seen */
  async function campaignOf(county: string, id: string): Promise<Campaign> {
    const found = await stored.byId(county, id);
    if (!found) throw new Error('there is no such screening');
    return found;
  }
  return {
    timer: campaigns(deps).timer,
    visitTimer: visits(deps).timer,
    async screeningList({ county, _id }) {
      const campaign = await campaignOf(county, _id);
      // frozen: whoever moves in later is added at the door
      if (campaign.detail.homes !== undefined || campaign.state === 'CANCELLED') return;
      let homes = 0;
      for await (const part of inParts(deps.homesIn(county, campaign.detail.areas), listPart)) {
        await stored.addPart(campaign, { what: 'LIST', homes: part }, deps.now());
        homes += part.length;
      }
      await campaigns(deps).follow(campaign, 'listed', { body: { homes } });
    },
    async screeningPart({ county, _id, kind }) {
      const part = kind === partKind ? await stored.part(county, _id) : null;
      if (!part) throw new Error('this is no part of a screening');
      const campaign = await campaignOf(county, part.about);
      if (part.detail.what === 'LIST') {
        const { homes } = part.detail;
        const made = homes.map((home) => ({ ...home, id: visitIdOf(campaign, home.household) }));
        return doors.addMany(made.map((home) => newVisit(campaign, home, deps.now())));
      }
      for (const id of part.detail.visits) await end(deps, { county, _id: id });
    },
    async screeningEnd({ county, _id }) {
      const campaign = await campaignOf(county, _id);
      for await (const part of inParts(doors.unvisited(campaign), endPart)) {
        await stored.addPart(campaign, { what: 'END', visits: [...part].sort() }, deps.now());
      }
    },
    async screeningSample({ county, _id }) {
      const done: DoneVisit[] = [];
      for await (const one of doors.done(await campaignOf(county, _id))) done.push(one);
      for await (const part of inParts(toPhone(done), listPart)) {
        await callbackRepository(deps.connection).addMany(part.map((visit) => newCallback(visit, deps.now())));
      }
    },
    callbackDiffers: ({ county, _id }) => visitAnew(deps, county, _id),
    async doorRefused({ county, _id: about }) {
      const visit = await doors.byId(county, about);
      if (!visit) return;
      const { household } = visit;
      const refused = { id: derivedId(county, about, 'refusal'), county, area: areaId(visit.area), about };
      await deps.recordRefusal({ ...refused, ...(household ? { household } : {}) });
    },
    async doorAdded({ county, _id }) {
      const visit = await doors.byId(county, _id);
      const campaign = visit && (await stored.byId(county, visit.about));
      if (campaign && doorsAreOver.includes(campaign.state)) await end(deps, visit);
    },
  };
}

/** Nobody was there, and nobody will be sent: its grid leader goes on. */
async function end(deps: ScreeningDeps, visit: { readonly county: string; readonly _id: string }): Promise<void> {
  await visits(deps).follow(visit, 'endUnvisited');
}

/** Every tenth home, and each that was visited anew, because a call had said something else; of two visits the later. Pure. */
function toPhone(done: readonly DoneVisit[]): DoneVisit[] {
  const replaced = new Set(done.flatMap(({ detail }) => detail.again ?? []));
  const anew = done.filter(({ detail }) => detail.again !== undefined);
  const others = done.filter(({ _id, detail }) => detail.again === undefined && !replaced.has(_id));
  return [...anew, ...sampleOf(others, ({ county, _id }) => derivedId(county, _id, 'drawn'))];
}

/** The doer of a visit is excluded from comparing it. Pure. */
function newCallback({ _id: visit, county, area, scope, household, about, history }: DoneVisit, now: Date): Callback {
  const [state = 'TO_CALL'] = callbackMachine.initial;
  // sending somebody there is no visit
  const doers = history.filter(({ action, by }) => action !== 'sendScreener' && by !== 'SYSTEM');
  const excluded = [...new Set(doers.map(({ by }) => by))];
  const beginning = { _id: derivedId(county, visit, 'callback'), county, kind: callbackKind, state, area, scope };
  return {
    ...beginRecord({ ...beginning, ...(household ? { household } : {}), assignment: { excluded } }, [], now),
    ...{ kind: callbackKind, about, createdAt: now, detail: { visit, calls: 0 } },
  };
}

/** The door is visited anew by somebody else, and the screening goes on (handbook 2.8). */
async function visitAnew(deps: ScreeningDeps, county: string, id: string): Promise<void> {
  const callback = await callbacks(deps).byId(county, id);
  if (!callback) return;
  const doors = visitRepository(deps.connection);
  const visit = await doors.byId(county, callback.detail.visit);
  if (!visit) return;
  const { about, area, household, variant, assignment } = visit;
  const excluded = assignment.assignee ? [assignment.assignee] : [];
  const anew = {
    ...{ id: derivedId(county, visit._id, 'again'), area, variant, excluded, detail: { again: visit._id } },
    ...(household ? { household } : {}),
  };
  await doors.addMany([newVisit({ _id: about, county }, anew, deps.now())]);
  const because = { because: id, reason: 'CALL_DIFFERS' };
  await campaigns(deps).follow({ _id: about, county }, 'reopenDoors', because);
}
