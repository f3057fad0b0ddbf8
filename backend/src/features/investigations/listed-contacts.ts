import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import type { FieldCipher } from '../../platform/encryption';
import { corrected, isSamePerson, joined, missingOf } from './contacts.rules';
import { type ContactWho, type Investigation, type KeptContact, standingContacts } from './investigation';
import type { InvestigationDeps } from './investigation.deps';
import { contactIn, sealContact } from './sealed-case';

/** A list leaves nobody out: a wedding has some hundreds of guests. Ours. */
export const contactsAtMost = 500;

type Given = ContactWho & { readonly id: string };
type Kept = readonly KeptContact[];

const wrong = (pointer: string, detail: string) =>
  new Problem('invalid-input', undefined, { errors: [{ pointer, detail }] });

/** @throws Problem invalid-input for a place that the county does not know, or an exposure that lies ahead */
export function refuseOdd(
  { knowsArea }: Pick<InvestigationDeps, 'knowsArea'>,
  county: string,
  { area, lastExposureAt }: Pick<ContactWho, 'area' | 'lastExposureAt'>,
  now: Date,
): void {
  if (area && !(area.startsWith(county) && knowsArea(areaId(area)))) throw wrong('/contact/area', 'unknown');
  if (lastExposureAt && new Date(lastExposureAt) > now) throw wrong('/contact/lastExposureAt', 'lies ahead');
}

/**
 * The list with one more in it. The same entry again corrects it; the same person under another entry joins the first.
 * @throws Problem capacity-full, transition-not-allowed for an entry that was dropped
 */
export function withContact(cipher: FieldCipher, record: Investigation, given: Given, now: Date): Kept {
  const { id: givenId, ...who } = given;
  const { contacts } = record.detail;
  const same = contacts.find(({ id }) => id === givenId);
  if (same?.droppedAt) throw instead(record, 'refresh');
  const known = same ?? samePerson(cipher, record, who);
  if (!known) {
    if (contacts.length >= contactsAtMost) throw new Problem('capacity-full', undefined, { limit: contactsAtMost });
    const sealed = sealContact(cipher, record, givenId, who);
    return [...contacts, { id: givenId, listedAt: now, sealed, class: who.class, sent: 0 }];
  }
  const before = contactIn(cipher, record, known);
  const after = before ? (same ? corrected : joined)(before, who) : who;
  const hasNews = known.sent > 0 && JSON.stringify(after) !== JSON.stringify(before);
  const next = { ...known, sealed: sealContact(cipher, record, known.id, after), class: after.class };
  return contacts.map((one) => (one.id === known.id ? { ...next, ...(hasNews ? { hasNews } : {}) } : one));
}

function samePerson(cipher: FieldCipher, record: Investigation, who: ContactWho): KeptContact | undefined {
  return standingContacts(record.detail.contacts).find((one) => {
    const known = contactIn(cipher, record, one);
    return known !== undefined && isSamePerson(known, who);
  });
}

const isFresh = ({ sent, hasNews, droppedAt }: KeptContact) => droppedAt === undefined && (sent === 0 || hasNews);

const confirmed = ({ hasNews: _known, ...contact }: KeptContact, now: Date): KeptContact => ({
  ...contact,
  ...{ sent: contact.sent + 1, confirmedAt: now },
});

/** The contact of this id that still counts. @throws Problem invalid-input */
export function standingOne({ detail }: Investigation, contactId: string): KeptContact {
  const found = standingContacts(detail.contacts).find(({ id }) => id === contactId);
  if (!found) throw wrong('/contactId', 'unknown');
  return found;
}

/**
 * The list with this one confirmed.
 * @throws Problem invalid-input while something is missing, transition-not-allowed when nothing about it is new
 */
export function withConfirmed(cipher: FieldCipher, record: Investigation, contactId: string, now: Date): Kept {
  const contact = standingOne(record, contactId);
  if (!isFresh(contact)) throw instead(record, 'refresh');
  const who = contactIn(cipher, record, contact);
  const [missing] = who ? missingOf(who) : [];
  if (missing) throw wrong(missing === 'AREA' ? '/contact/area' : '/contact/lastExposureAt', 'required');
  return record.detail.contacts.map((one) => (one.id === contactId ? confirmed(one, now) : one));
}

/** The list with everybody confirmed who can be, and who that was. */
export function withAllConfirmed(cipher: FieldCipher, record: Investigation, now: Date) {
  const isReady = (contact: KeptContact) => {
    const who = isFresh(contact) ? contactIn(cipher, record, contact) : undefined;
    return who !== undefined && missingOf(who).length === 0;
  };
  const ready = record.detail.contacts.filter(isReady).map(({ id }) => id);
  const contacts = record.detail.contacts.map((one) => (ready.includes(one.id) ? confirmed(one, now) : one));
  return { contacts, ready };
}
