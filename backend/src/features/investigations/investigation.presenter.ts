import type {
  ContactView,
  InvestigationRow,
  InvestigationView,
} from '@grid-relief/shared-types/investigations/investigation.schema';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { stepsWithWords } from '../../acting';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { destroyedText, maskName, maskPhone } from '../../masks';
import type { FieldCipher } from '../../platform/encryption';
import { clocksOf } from './clocks.rules';
import { missingOf } from './contacts.rules';
import { type Investigation, isOutThere, type KeptContact, machine, standingContacts } from './investigation';
import type { InvestigationDeps } from './investigation.deps';
import { qualityOf } from './quality.rules';
import { caseIn, contactIn, pathIn } from './sealed-case';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: InvestigationDeps['areaName'];
  readonly cipher: FieldCipher;
}

/** An investigation in a list: never a full name. */
export function rowOf({ actor, now, areaName, cipher }: Seen, record: Investigation): InvestigationRow {
  const { _id: id, state, revision, area, createdAt, detail } = record;
  const who = caseIn(cipher, record);
  const standing = standingContacts(detail.contacts);
  const row = {
    ...{ id, state, revision, code: detail.code, area, areaName: areaName(areaId(area)), because: detail.because },
    ...{ nameMasked: who ? maskName(who.name) : destroyedText, openedAt: createdAt.toISOString() },
    clocks: clocksOf(record, now).map(({ what, by, doneAt, isLate }) => ({
      ...{ what, by: by.toISOString(), isLate },
      ...(doneAt ? { doneAt: doneAt.toISOString() } : {}),
    })),
    ...{ contacts: standing.length, confirmed: standing.filter(isOutThere).length },
    ...(detail.score === undefined ? {} : { score: detail.score }),
    actions: permittedActions(machine, record, actor, now),
  };
  return row as InvestigationRow; // ids were parsed when they came in
}

/** The same with path, contacts and quality: for whoever the policy calls an investigator of the place. */
export function viewOf(seen: Seen, record: Investigation): InvestigationView {
  const { cipher, now } = seen;
  const path = pathIn(cipher, record);
  const contacts = standingContacts(record.detail.contacts).map((one) => contactIn(cipher, record, one) ?? {});
  return {
    ...rowOf(seen, record),
    path: [...path],
    contactList: record.detail.contacts.map((one) => contactView(seen, record, one)),
    quality: qualityOf({ openedAt: record.createdAt, path, contacts, clocks: clocksOf(record, now) }),
    timeline: stepsWithWords(cipher, record),
  };
}

function contactView({ cipher, areaName }: Seen, record: Investigation, contact: KeptContact): ContactView {
  const who = contactIn(cipher, record, contact);
  const isConfirmed = isOutThere(contact) && !contact.hasNews;
  const view = {
    ...{ id: contact.id, class: contact.class, relation: who?.relation ?? 'OTHER' },
    nameMasked: who ? maskName(who.name) : destroyedText,
    ...(who?.phone ? { phoneMasked: maskPhone(who.phone) } : {}),
    ...(who?.lastExposureAt ? { lastExposureAt: who.lastExposureAt } : {}),
    ...(who?.area ? { area: who.area, areaName: areaName(who.area) } : {}),
    standing: contact.droppedAt ? 'DROPPED' : isConfirmed ? 'CONFIRMED' : 'LISTED',
    missing: who ? missingOf(who) : [],
  };
  return view as ContactView; // ids were parsed when they came in
}
