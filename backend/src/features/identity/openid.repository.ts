import type { Connection } from 'mongoose';
import type { FieldVault } from '../../platform/encryption';
import { identityModels } from './identity.model';

/** WeChat accounts of people, sealed: messages to WeChat need the openid itself, a keyed hash would not do. */
export interface Openids {
  /** Seals an openid for a bind ticket; only `save` opens it. */
  seal(openid: string): Promise<string>;
  /** Keeps the openid of a ticket, sealed anew for this person: messages to WeChat go there. */
  save(person: string, home: string, sealed: string): Promise<void>;
  of(home: string, person: string): Promise<string | undefined>;
}

const ticketPlace = 'bind-ticket/openid';
const openidPlace = (person: string) => `${person}/openid`;

/** @param county the county in which people register themselves: tickets are sealed under its key */
export function openids(connection: Connection, vault: FieldVault, county: string): Openids {
  const models = identityModels(connection);
  return {
    async seal(openid) {
      return (await vault.of(county, 'account')).seal(openid, ticketPlace);
    },
    async save(person, home, sealed) {
      const openid = (await vault.of(county, 'account')).open(sealed, ticketPlace);
      // the key was destroyed in the minutes since: there is nobody to write to
      if (openid === undefined) return;
      const own = (await vault.of(home, 'account')).seal(openid, openidPlace(person));
      await models.people.updateOne({ _id: person, county: home }, { $set: { openid: own } });
    },
    async of(home, person) {
      const found = await models.people.findOne({ _id: person, county: home }).select('openid').lean();
      if (!found?.openid) return undefined;
      return (await vault.of(home, 'account')).open(found.openid, openidPlace(person));
    },
  };
}
