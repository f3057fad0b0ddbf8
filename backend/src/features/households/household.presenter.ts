import type { HouseholdRow, HouseholdView } from '@grid-relief/shared-types/households/household.schema';
import type { AreaId, ControlZone } from '@grid-relief/shared-types/primitives/areas';
import type { HouseholdId } from '@grid-relief/shared-types/primitives/ids';
import { maskPhone } from '../../masks';
import type { OpenHousehold, PlainHousehold } from './household.record';

/** What the area tree says about the household's place. */
export interface Place {
  readonly names: readonly string[];
  readonly zone: ControlZone;
}

/** What is known beside the household itself. */
export interface Reader {
  /** A proxy does not see the door, only what helping needs. */
  readonly forMember: boolean;
  readonly gridPhone?: string | undefined;
}

/** For its members and proxies. */
export function presentHousehold(household: OpenHousehold, place: Place, reader: Reader): HouseholdView {
  return {
    // ids and areas passed their schema when the household was stored
    id: household._id as HouseholdId,
    area: household.area as AreaId,
    areaNames: [...place.names],
    zone: place.zone,
    inQuarantine: household.inQuarantine,
    needs: [...household.needs],
    size: household.size,
    contactName: household.contactName,
    phoneMasked: maskPhone(household.phone),
    ...(reader.forMember ? { address: household.address } : {}),
    ...(reader.gridPhone ? { gridPhone: reader.gridPhone } : {}),
    ...(household.post ? { post: household.post } : {}),
    ...(household.medicineRunsOut ? { medicineRunsOut: household.medicineRunsOut } : {}),
  };
}

/** For the list of a grid: enough to recognise the door. */
export function presentRow(row: PlainHousehold): HouseholdRow {
  return {
    id: row._id as HouseholdId, // stored ids passed their schema
    area: row.area as AreaId,
    doorCode: row.doorCode,
    nameMasked: row.nameMasked,
    needs: [...row.needs],
    inQuarantine: row.inQuarantine,
  };
}
