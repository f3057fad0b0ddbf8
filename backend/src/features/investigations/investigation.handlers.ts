import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { derivedId } from '../../platform/ids';
import type { EntryHandler } from '../../tasks';
import type { Contact } from '../quarantine';
import { type Investigation, isOutThere, type KeptContact } from './investigation';
import type { InvestigationDeps } from './investigation.deps';
import { investigationRepository } from './investigation.repository';
import { investigations } from './investigations';
import { contactIn } from './sealed-case';

/** What the relay delivers of investigations. */
export interface InvestigationHandlers {
  readonly timer: EntryHandler;
  readonly contactsMoved: EntryHandler;
}

const classOf = {
  CLOSE_CONTACT: 'CLOSE',
  SECOND_CONTACT: 'SECOND',
  GENERAL_CONTACT: 'GENERAL',
} as const satisfies Readonly<Record<KeptContact['class'], Contact['class']>>;

/** Chains of contacts begin, change and end as the investigation says now; in any order, however often. */
export function investigationHandlers(deps: InvestigationDeps): InvestigationHandlers {
  return {
    timer: investigations(deps).timer,
    async contactsMoved({ county, _id }, { payload }) {
      const record = await investigationRepository(deps.connection).byId(county, _id);
      if (!record) return;
      const moved = payload.contacts as readonly string[]; // written by our own verbs
      for (const contact of record.detail.contacts.filter(({ id }) => moved.includes(id))) {
        if (isOutThere(contact)) await followContact(deps, record, contact);
      }
    },
  };
}

/**
 * A hash of what nobody else knows: from the record of the contact nothing leads back here. Each confirmation has its own,
 * so that what is known anew takes the place of what was known before.
 */
const findingId = ({ county, _id }: Investigation, { id }: KeptContact, nth: number) =>
  derivedId(county, _id, 'contact', id, String(nth));

async function followContact(deps: InvestigationDeps, record: Investigation, contact: KeptContact): Promise<void> {
  const { county, state } = record;
  const isOver = state === 'EXCLUDED' || contact.droppedAt !== undefined;
  if (!isOver) await findContact(deps, record, contact);
  const last = isOver ? contact.sent : contact.sent - 1;
  for (let nth = 1; nth <= last; nth++) await deps.contacts.retract({ county, id: findingId(record, contact, nth) });
}

async function findContact(deps: InvestigationDeps, record: Investigation, contact: KeptContact): Promise<void> {
  const { county } = record;
  const known = contactIn(await deps.cipherOf(county), record, contact);
  // nothing is left of somebody whose key was destroyed
  if (!known?.area || !known.lastExposureAt) return;
  const { name, phone, idNumber, birthYear, area, place, lastExposureAt } = known;
  await deps.contacts.open({
    ...{ id: findingId(record, contact, contact.sent), county, area: areaId(area) },
    ...(place ? { place } : {}),
    who: {
      name,
      ...(phone ? { phone } : {}),
      ...(idNumber ? { idNumber } : {}),
      ...(birthYear ? { birthYear } : {}),
    },
    contact: { class: classOf[known.class], lastExposureAt },
  });
}
