import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { destroyedText } from '../../masks';
import { standingContacts } from './investigation';
import type { InvestigationDeps } from './investigation.deps';
import { investigator, maySeeInvestigation } from './investigation.policy';
import { investigationRepository } from './investigation.repository';
import { caseIn, contactIn } from './sealed-case';

/**
 * Opens names and numbers of the case and its contacts. The look is stored before anything is answered: when it cannot be
 * stored, nothing is shown.
 * @throws Problem not-found (also for one elsewhere), op-id-reused
 */
export async function revealInvestigation(
  deps: InvestigationDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const at = deps.now();
  const record = await investigationRepository(deps.connection).byId(actor.county, id);
  if (!record || !maySeeInvestigation(record, actor, at)) throw new Problem('not-found');
  const { county, personId: who } = actor;
  const look = { id: opId, county, at, who, role: investigator, kind: 'investigation', record: id, did: 'reveal', why };
  const recordedAt = await deps.recordLook(look);
  const cipher = await deps.cipherOf(county);
  const opened = caseIn(cipher, record);
  if (!opened) throw new Problem('not-found');
  const { name, phone, idNumber } = opened;
  const contacts = standingContacts(record.detail.contacts).map((one) => {
    const known = contactIn(cipher, record, one);
    return {
      id: RecordId.parse(one.id),
      name: known?.name ?? destroyedText,
      ...(known?.phone ? { phone: known.phone } : {}),
    };
  });
  return {
    ...{ name, contacts, recordedAt: recordedAt.toISOString() },
    ...(phone ? { phone } : {}),
    ...(idNumber ? { idNumber } : {}),
  };
}
