import { Address } from '@grid-relief/shared-types/households/household.schema';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { destroyedText, maskName } from '../../masks';
import type { FieldCipher } from '../../platform/encryption';
import type { HouseholdFacts, HouseholdRecord, OpenHousehold, PlainHousehold } from './household.record';

/** What stands where an address was destroyed with its purpose. */
const destroyedAddress: Address = {
  compound: destroyedText,
  building: destroyedText,
  unit: destroyedText,
  floor: 0,
  room: destroyedText,
};

/** What stands where the facts were destroyed with their purpose. */
const destroyedFacts: HouseholdFacts = {
  ...{ doorCode: destroyedText, nameMasked: destroyedText },
  ...{ needs: [], inQuarantine: false, size: 0 },
};

/** What `plain` needs of a stored household. */
export const plainFields = { county: 1, area: 1, scope: 1, facts: 1 } as const;

/** A post is in nobody's quarantine and has nobody's needs. */
const nobodyLivesThere = { inQuarantine: false, needs: [] } as const;

/** What is stored of a household besides its id, its county and when it was first seen. */
export function sealedFields(household: OpenHousehold, cipher: FieldCipher) {
  const { _id: id, county: _county, area, address, contactName, phone, ...facts } = household;
  const all: HouseholdFacts = { ...facts, ...(facts.post ? nobodyLivesThere : {}), nameMasked: maskName(contactName) };
  return {
    area,
    // the area passed its schema when the household was made
    scope: scopeOf(area as AreaId),
    contactName: cipher.seal(contactName, `${id}/contactName`),
    phone: cipher.seal(phone, `${id}/phone`),
    address: cipher.seal(JSON.stringify(address), `${id}/address`),
    facts: cipher.seal(JSON.stringify(all), `${id}/facts`),
    ...(facts.post ? { isPost: true as const } : {}),
  };
}

/** Without its contact, for lists and decisions. */
export function plain(
  { _id, county, area, scope, facts }: Pick<HouseholdRecord, '_id' | 'county' | 'area' | 'scope' | 'facts'>,
  cipher: FieldCipher,
): PlainHousehold {
  const text = cipher.open(facts, `${_id}/facts`);
  // sealed above, and by nobody else
  const opened = text === undefined ? destroyedFacts : (JSON.parse(text) as HouseholdFacts);
  return { _id, county, area, scope, ...opened };
}

/** With everything in plain text. */
export function opened(record: HouseholdRecord, cipher: FieldCipher): OpenHousehold {
  const { nameMasked: _masked, scope: _scope, ...facts } = plain(record, cipher);
  const field = (name: 'contactName' | 'phone' | 'address') => cipher.open(record[name], `${record._id}/${name}`);
  const address = field('address');
  return {
    ...facts,
    contactName: field('contactName') ?? destroyedText,
    phone: field('phone') ?? destroyedText,
    address: address === undefined ? destroyedAddress : Address.parse(JSON.parse(address)),
  };
}

/** The sealed facts with another answer to "is somebody in quarantine here"; undefined: it is so already, or they are destroyed. */
export function withQuarantine(
  { _id, facts }: Pick<HouseholdRecord, '_id' | 'facts'>,
  inQuarantine: boolean,
  cipher: FieldCipher,
): string | undefined {
  const text = cipher.open(facts, `${_id}/facts`);
  if (text === undefined) return undefined;
  // sealed above, and by nobody else
  const known = JSON.parse(text) as HouseholdFacts;
  if (known.inQuarantine === inQuarantine) return undefined;
  return cipher.seal(JSON.stringify({ ...known, inQuarantine }), `${_id}/facts`);
}
