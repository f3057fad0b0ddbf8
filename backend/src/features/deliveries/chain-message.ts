import type { LineDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { DoorOf } from './delivery.deps';

type Why = 'NO_DOOR' | 'UNKNOWN_DOOR' | 'TWO_HOUSEHOLDS' | 'NO_GOODS' | 'UNREADABLE';

export interface ChainReading {
  readonly drafts: { household: string; doorCode: string; nameMasked: string; lines: LineDraft[]; source: string }[];
  readonly doubtful: { source: string; why: Why }[];
  /** To paste back into the group: doors and number of goods, no names. */
  readonly card: string;
}

/** One line of a chain message, as far as it can be read without knowing who lives where. */
export type ChainLine =
  | { readonly door: string; readonly name: string; readonly goods: readonly Goods[]; readonly source: string }
  | { readonly why: Why; readonly source: string };

interface Goods {
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
}

const units = '斤|公斤|千克|克|两|袋|包|盒|箱|瓶|桶|个|颗|把|捆|根|条|块|板|份|提|卷|罐|支|只|棵|升|kg';
const chineseDigits = '零一二三四五六七八九';
const longestQuantity = 50;

/** Full-width figures, letters and signs as plain ones; pictures and invisible marks gone; one blank at a time. Pure. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\p{Cf}|\p{Mn}|\p{Me}/gu, ' ')
    .replace(/[—–_~～－]/g, '-')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** A number in figures or in Chinese characters up to 99 (半 counts as one); undefined when it is none. Pure. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,3}(\.\d)?$/.test(text)) return Math.ceil(Number(text));
  if (text === '半') return 1;
  const same = text.replace(/[两俩]/g, '二');
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(same) ?? [];
  if (tens !== undefined)
    return (tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0);
  return same.length === 1 && chineseDigits.includes(same) ? chineseDigits.indexOf(same) : undefined;
}

const doorPattern = /(\d{1,3})\s*(?:号楼|栋|幢|楼|#|-)\s*(\d{1,2})\s*(?:单元|-)\s*(\d{3,4})(?!\d)\s*(?:室|号)?/;
const listMark = /^(?:\d{1,3}\s*[.、)）:]|[(（]\d{1,3}[)）])\s*(?!\d*\s*-)/;
const noise = /^(?:#?接龙|群接龙|例|格式|截止|团长|以下|请)/;

/** Words above a list that name no door: "今天买菜接龙，明早送". */
const heading = /接龙/;
/** What people write before what they want, as if talking. */
const talk = /(?<=^|[\s,,、;;。])(?:再加|再来|另加|还要)(?=\p{Script=Han})/gu;

/** Reads one line of a chain message; undefined for headings and empty lines. Pure. */
export function readLine(raw: string): ChainLine | undefined {
  const source = raw.trim();
  const text = plain(raw).replace(listMark, '');
  if (text === '' || noise.test(text)) return undefined;
  const doors = [...text.matchAll(new RegExp(doorPattern, 'g'))];
  const [door] = doors;
  if (!door && heading.test(text)) return undefined;
  if (!door) return { why: /[\p{Script=Han}\p{L}]/u.test(text) ? 'NO_DOOR' : 'UNREADABLE', source };
  if (doors.length > 1) return { why: 'TWO_HOUSEHOLDS', source };
  const rest = `${text.slice(0, door.index)} ${text.slice(door.index + door[0].length)}`
    .replace(/1\d{10}/g, ' ')
    .replace(/(^|\s):/g, '$1')
    .trim()
    .replace(talk, '');
  const { name, goods } = readRest(rest);
  if (goods.length === 0) return { why: 'NO_GOODS', source };
  return { door: [door[1], door[2], door[3]].map(Number).join('-'), name, goods, source };
}

const goodsPattern = new RegExp(
  `^(?<name>\\D*?[\\p{Script=Han}a-zA-Z])\\s*[x×*:]?\\s*(?<count>\\d{1,3}(?:\\.\\d)?|[半一二两俩三四五六七八九十]{1,3})\\s*(?<unit>${units})?$`,
  'u',
);
const countFirst = new RegExp(
  `^(?<count>\\d{1,3}(?:\\.\\d)?|[半一二两俩三四五六七八九十]{1,3})\\s*(?<unit>${units})\\s*(?<name>[\\p{Script=Han}a-zA-Z]+)$`,
  'u',
);

/** The goods of a line; a short first word without a number is the name of the household. */
function readRest(rest: string): { name: string; goods: Goods[] } {
  const parts = rest
    .replace(new RegExp(`(?<=\\p{Script=Han})(\\d{1,3}(?:${units}))(?=\\p{Script=Han})`, 'gu'), '$1 ')
    .split(/[,,、;;。/|+&\s]+/u)
    .filter((part) => part !== '');
  const goods = parts.flatMap((part) => readGoods(part) ?? []);
  const first = parts[0] ?? '';
  const isName = /^\p{Script=Han}{1,4}$/u.test(first) && readGoods(first) === undefined;
  return { name: isName ? first : '', goods };
}

function readGoods(part: string): Goods | undefined {
  const { name, count, unit } = (countFirst.exec(part) ?? goodsPattern.exec(part))?.groups ?? {};
  const quantity = readNumber(count ?? '');
  if (!name || !quantity || quantity > longestQuantity) return undefined;
  return { name: name.trim(), quantity, unit: unit ?? '份' };
}

/** A pasted chain message as drafts by household; what is not certain is listed with why. Pure; nothing is stored. */
export function readChain(text: string, doors: readonly DoorOf[]): ChainReading {
  const read = text.split(/\r?\n/).flatMap((line) => readLine(line) ?? []);
  const drafts: ChainReading['drafts'] = [];
  const doubtful: ChainReading['doubtful'] = [];
  for (const line of read) {
    if ('why' in line) {
      doubtful.push(line);
      continue;
    }
    const found = whoIs(line, doors);
    if (typeof found === 'string') doubtful.push({ source: line.source, why: found });
    else drafts.push({ ...found, lines: line.goods.map(asDraft), source: line.source });
  }
  const card = drafts.map(({ doorCode, lines }) => `${doorCode} ×${lines.length} ✓`).join('\n');
  return { drafts, doubtful, card };
}

function whoIs(line: { door: string; name: string }, doors: readonly DoorOf[]) {
  const there = doors.filter(({ doorCode }) => doorKey(doorCode) === line.door);
  const byName = there.filter(({ surname }) => line.name.startsWith(surname));
  const [only] = there.length > 1 ? byName : there;
  if (!only) return there.length > 1 ? ('TWO_HOUSEHOLDS' as const) : ('UNKNOWN_DOOR' as const);
  if (there.length > 1 && byName.length > 1) return 'TWO_HOUSEHOLDS' as const;
  const { household, doorCode, nameMasked } = only;
  return { household, doorCode, nameMasked };
}

/** Door codes compare by their numbers: `03-2-0501` and `3-2-501` are one door. */
function doorKey(doorCode: string): string {
  const numbers = doorCode.match(/\d+/g) ?? [];
  return numbers.slice(-3).map(Number).join('-');
}

function asDraft({ name, quantity, unit }: Goods, at: number): LineDraft {
  return { line: `line${at + 1}`, name: name.slice(0, 40), unit, quantity, substitution: { rule: 'ASK' } };
}
