import type { Found } from './places';

/** Something that is readable on purpose. */
export interface Allowed {
  readonly places: readonly string[];
  readonly what: RegExp;
  readonly why: string;
}

const stored = ['database', 'database files'];

/** Everything of a run that may be read by whoever gets hold of it, each with its reason; an entry nobody needs is taken out. */
export const allowed: readonly Allowed[] = [
  {
    places: stored,
    what: /^(submitDelivery|deliveryAddLines|deliveryEditLines)\/lines\/(name|sku|unit)$/,
    why: 'Goods: the rules of scarce goods, the picking list of a run and the ledger are worked out from them by goods.',
  },
  {
    places: stored,
    what: /^(deliveryReportLine\/replacement\/name|deliveryAskSubstitution\/offeredName)$/,
    why: 'Goods that stand for others, part of the same list.',
  },
  {
    places: stored,
    what: /^deliveryPlaceForPickup\/place$/,
    why: 'The number on the ground or the shelf where a bag stands: it belongs to the place, not to a household.',
  },
  {
    places: stored,
    what: /^(openSite|quarantineSiteChange)\/name$/,
    why: 'The name of a house for quarantine, as it stands at its door: a place of the county, and nobody’s home.',
  },
  {
    places: stored,
    what: /^submitDelivery\/dialect$/,
    why: 'Which dialect is wished for: the router holds it against what candidates speak, among all open work.',
  },
  {
    places: ['sms'],
    what: /(: phone|one-time code|consent code|code for WeChat)$/,
    why: 'A text goes to a phone, and a code by text is what a text is for; nothing else may be in one.',
  },
  {
    places: ['wechat'],
    what: /^resident: openid$/,
    why: 'WeChat takes a message for an openid, and trades a code for one; it knows it from itself.',
  },
  {
    places: ['refusals'],
    what: /, name of a field$/,
    why: 'A field that nobody knows is named to whoever sent it, and to nobody else: so a form can be corrected.',
  },
];

/** Why this may be readable; undefined: it must not. */
export function reasonFor({ place, what }: Found): Allowed | undefined {
  return allowed.find((entry) => entry.places.includes(place) && entry.what.test(what));
}
