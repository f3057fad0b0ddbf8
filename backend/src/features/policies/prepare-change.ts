import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { PolicyChangeDraft, RiskStep } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { storeDraft } from '../../acting';
import { Problem } from '../../http/problem';
import { areasOf, beginRecord, inputHash, type PersonActor } from '../../lifecycle';
import { linesHolding } from './in-force.rules';
import type { PolicyChangeDeps } from './policies.deps';
import type { RiskLine } from './policy.record';
import { changeKind, type PolicyChange, type StoredStep, type Wanted } from './policy-change';
import { policyChangeRepository } from './policy-change.repository';
import { policyChanges } from './policy-changes';

/**
 * Stores a draft of a change. The same draft again answers the stored one.
 * @throws Problem not-found (also for a set nobody knows), invalid-input, id-taken, outcome-unknown
 */
export async function prepareChange(
  deps: PolicyChangeDeps,
  actor: PersonActor,
  draft: PolicyChangeDraft,
): Promise<PolicyChange> {
  const { county } = actor;
  const now = deps.now();
  // a dispatcher of one township prepares nothing for the county
  if (!areasOf(actor, 'COUNTY_DISPATCHER', now).includes(areaId(county))) throw new Problem('not-found');
  const changes = policyChangeRepository(deps.connection);
  return storeDraft({
    find: () => changes.byId(county, draft.id),
    make: () => newChange(deps, actor, draft, now),
    insert: policyChanges(deps).insert,
    isSame: ({ detail }) => detail.draftHash === hashOf(draft, actor) && detail.preparedBy === actor.personId,
  });
}

/** The keyed fingerprint of the request; a bare hash of short words is as good as the words. */
function hashOf(draft: PolicyChangeDraft, { asked }: PersonActor): string {
  return asked ?? inputHash('preparePolicyChange', draft);
}

async function newChange(
  deps: PolicyChangeDeps,
  actor: PersonActor,
  draft: PolicyChangeDraft,
  now: Date,
): Promise<PolicyChange> {
  const { county } = actor;
  const { id, what, from, words } = draft;
  const area = areaId(county);
  const beginning = { _id: id, county, kind: changeKind, state: 'DRAFT', area, scope: scopeOf(area) };
  return {
    ...beginRecord(beginning, [], now),
    kind: changeKind,
    createdAt: now,
    detail: {
      wanted: await wantedOf(deps, county, what, now),
      preparedBy: actor.personId,
      draftHash: hashOf(draft, actor),
      ...(from ? { from: new Date(from) } : {}),
      ...(words ? { words: await deps.seal(county, words) } : {}),
    },
  };
}

async function wantedOf(
  deps: PolicyChangeDeps,
  county: string,
  what: PolicyChangeDraft['what'],
  now: Date,
): Promise<Wanted> {
  if (what.of === 'RISK') return { of: 'RISK', steps: await stepsOf(deps, county, what.steps, now) };
  if (what.of === 'SET') {
    const found = await deps.policies.set(county, what.set);
    if (!found) throw new Problem('not-found');
    if (!found.set.enabled) throw wrong('/what/set', 'this set is there to look at only');
    return { of: 'SET', code: found.set.code, version: found.set.version };
  }
  const { set } = what;
  if (!set.enabled) throw wrong('/what/set/enabled', 'a set that is chosen is enabled');
  const versions = (await deps.policies.sets(county)).filter((one) => one.set.code === set.code);
  const next = Math.max(0, ...versions.map((one) => one.set.version)) + 1;
  if (set.version !== next) throw wrong('/what/set/version', `the next version is ${next}`);
  return { of: 'VERSION', code: set.code, version: next, set: JSON.stringify(set) };
}

async function stepsOf(
  { policies, book }: PolicyChangeDeps,
  county: string,
  steps: readonly RiskStep[],
  now: Date,
): Promise<StoredStep[]> {
  book.forget(county);
  const open = linesHolding(await policies.lines(county, now), now).filter(({ validTo }) => !validTo);
  const named = steps.flatMap((step): string[] => (step.do === 'ADD' ? [] : [step.line]));
  return steps.map((step, i) => {
    const at = `/what/steps/${i}`;
    if (step.do === 'ADD') return added(step, { at, now, others: open.filter(({ _id }) => !named.includes(_id)) });
    const line = open.find(({ _id }) => _id === step.line);
    const isOnce = named.indexOf(step.line) === named.lastIndexOf(step.line);
    if (!line || !isOnce) throw wrong(`${at}/line`, 'one open line of the list, named once');
    return step.do === 'END'
      ? { do: 'END', line: line._id, place: line.place, was: line.areaRisk }
      : moved(step, line, { at, now });
  });
}

/** Where a step stands in the draft, and what it is held against. */
interface Beside {
  readonly at: string;
  readonly now: Date;
}
type Add = Extract<RiskStep, { do: 'ADD' }>;

function added(step: Add, { at, now, others }: Beside & { readonly others: readonly RiskLine[] }): StoredStep {
  const { place, areaRisk, source, validFrom } = step;
  if (others.some((line) => isSameLine(line, step))) throw wrong(`${at}/place`, 'it is on the list with this level');
  return {
    ...{ do: 'ADD' as const, place, areaRisk, source, ...firstCase(step, { at, now }) },
    ...(validFrom ? { validFrom: past(validFrom, now, `${at}/validFrom`) } : {}),
  };
}

function moved(step: Extract<RiskStep, { do: 'LEVEL' }>, line: RiskLine, { at, now }: Beside): StoredStep {
  const { areaRisk, source } = step;
  if (areaRisk === line.areaRisk) throw wrong(`${at}/areaRisk`, 'it has this level already');
  const { _id, place, areaRisk: was } = line;
  return { do: 'LEVEL', line: _id, place, was, areaRisk, source, ...firstCase(step, { at, now }) };
}

function firstCase({ firstCaseAt }: Pick<Add, 'firstCaseAt'>, { at, now }: Beside) {
  return firstCaseAt ? { firstCaseAt: past(firstCaseAt, now, `${at}/firstCaseAt`) } : {};
}

/** @throws invalid-input: what has not happened yet is told when it has */
function past(instant: string, now: Date, pointer: string): Date {
  const told = new Date(instant);
  if (told > now) throw wrong(pointer, 'not in the future');
  return told;
}

function isSameLine(line: RiskLine, { place, areaRisk }: Add): boolean {
  return line.areaRisk === areaRisk && line.place.join('/') === place.join('/');
}

function wrong(pointer: string, detail: string): Problem {
  return new Problem('invalid-input', undefined, { errors: [{ pointer, detail }] });
}
