import { addMinutes, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { derivedId } from '../../platform/ids';
import type { Place } from '../quarantine';
import type { PolicyChoice, RiskLine } from './policy.record';
import type { InForce } from './policy-book';
import type { PolicyChange, StoredStep } from './policy-change';

/** What a change writes when it is approved: the same rows however often it is asked. */
export interface ChangeEffects {
  readonly newSet?: PolicySet;
  readonly choice?: PolicyChoice;
  readonly add: readonly RiskLine[];
  /** Lines that end at the instant of the change. */
  readonly end: readonly string[];
}

/** When a change takes effect that is approved now: a full minute, never one that has begun (handbook 5.7). Pure. */
export function effectiveFrom({ detail: { from } }: Pick<PolicyChange, 'detail'>, now: Date): Date {
  const wanted = from && from > now ? from : now;
  const minute = minuteOf(wanted);
  return minute < wanted ? addMinutes(minute, 1) : minute;
}

/** @param at when it takes effect */
export function effectsOf({ _id: change, county, detail }: PolicyChange, at: Date): ChangeEffects {
  const { wanted } = detail;
  if (wanted.of === 'RISK') {
    return {
      add: wanted.steps.flatMap((step, i) =>
        lineOf(step, { _id: derivedId(county, change, 'line', String(i)), county, change }, at),
      ),
      end: wanted.steps.flatMap((step) => (step.do === 'ADD' ? [] : [step.line])),
    };
  }
  const { code, version } = wanted;
  const choice = { _id: derivedId(county, change, 'choice'), county, code, version, from: at, change };
  const newSet = wanted.of === 'VERSION' ? { newSet: PolicySet.parse(JSON.parse(wanted.set)) } : {};
  return { ...newSet, choice, add: [], end: [] };
}

function lineOf(step: StoredStep, named: Pick<RiskLine, '_id' | 'county' | 'change'>, at: Date): RiskLine[] {
  if (step.do === 'END') return [];
  const { place, areaRisk, source, firstCaseAt } = step;
  const told = step.do === 'ADD' ? step.validFrom : undefined;
  return [
    {
      ...{ ...named, place, areaRisk, source, validFrom: told && told < at ? told : at, countsSince: at },
      ...(firstCaseAt ? { firstCaseAt } : {}),
    },
  ];
}

/** Places whose level a change moves. Pure. */
export function placesOf({ detail: { wanted } }: PolicyChange): Place[] {
  return wanted.of === 'RISK' ? wanted.steps.map(({ place }) => place) : [];
}

/** Everything in force but for what this change has brought and ended: how it would be without it. Pure. */
export function withoutChange({ choices, lines }: InForce, change: string): InForce {
  return {
    choices: choices.filter((choice) => choice.change !== change),
    lines: lines
      .filter((line) => line.change !== change)
      .map(({ validTo, ...line }) => (line.endedBy === change || !validTo ? line : { ...line, validTo })),
  };
}

/** The same with what it brings. Pure. */
export function withEffects({ choices, lines }: InForce, { choice, add, end }: ChangeEffects, at: Date): InForce {
  const ended = lines.map((line) => (end.includes(line._id) && !line.validTo ? { ...line, validTo: at } : line));
  return { choices: choice ? [...choices, choice] : choices, lines: [...ended, ...add] };
}
