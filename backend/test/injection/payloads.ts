/** What every operator below is given: found again in a command, it was put there by a request. */
export const operand = 'injected-operand';

const withOperand = (name: string): [string, unknown] => [name, { [name]: operand }];
const comparing = ['$ne', '$gt', '$gte', '$lt', '$lte', '$eq', '$in', '$nin', '$all', '$not', '$size', '$type'];
const reading = ['$regex', '$options', '$exists', '$mod', '$elemMatch', '$text', '$jsonSchema', '$comment', '$near'];
const running = ['$where', '$function', '$accumulator', '$expr', '$or', '$and', '$nor', '$lookup', '$merge', '$out'];
const writing = ['$set', '$unset', '$push', '$inc', '$rename', '$setOnInsert', '$currentDate'];

function nested(value: unknown, depth: number): unknown {
  return depth === 0 ? value : { $and: [nested(value, depth - 1)] };
}

/** JSON parsed from text, as a request brings it: `__proto__` is then a field like any other. */
const parsed = (text: string): unknown => JSON.parse(text.replaceAll('OPERAND', operand));

/** Values of a type that no field has, each a way to change the shape of a filter or of an update. */
export const structures: readonly (readonly [name: string, value: unknown])[] = [
  ...[...comparing, ...reading, ...running, ...writing].map(withOperand),
  ['regex with options', { $regex: operand, $options: 'i' }],
  ['alternatives', { $or: [{ $ne: operand }, { $gt: operand }] }],
  ['a function', { $function: { body: operand, args: [], lang: 'js' } }],
  ['an expression', { $expr: { $ne: ['$_id', operand] } }],
  ['a negation', { $not: { $eq: operand } }],
  ['a dotted key', { 'history.by': operand, 'a.$ne': operand }],
  ['a positional key', { 'lines.$[].name': operand }],
  ['__proto__', parsed('{"__proto__":{"$ne":"OPERAND"}}')],
  ['constructor', parsed('{"constructor":{"prototype":{"$ne":"OPERAND"}}}')],
  ['prototype', { prototype: { $ne: operand } }],
  ['a wide dollar', { '＄ne': operand }],
  ['a small dollar', { '﹩ne': operand }],
  ['a key with a null', { '$ne\u0000': operand }],
  ['an empty key', { '': { $ne: operand } }],
  ['a list of operators', [{ $ne: operand }]],
  ['a list of lists', [[{ $gt: operand }]]],
  ['a type of the driver', { _bsontype: 'ObjectId', id: operand }],
  ['code of the driver', { _bsontype: 'Code', code: operand, scope: {} }],
  ['extended JSON', { $oid: operand }],
  ['extended code', { $code: operand }],
  ['very deep', nested({ $ne: operand }, 60)],
];

/** Words that some field accepts: they must stay words. */
export const words: readonly string[] = [
  ...['$ne', '$where', '{"$ne":null}', "'; return true; var x='", '1; sleep(1000)', '.*', '^', '[$ne]', '__proto__'],
  ...['constructor', 'a.$ne', '＄ne', '﹩gt', '{$gt:""}', '\u0000', 'toString', '$_id', '$$ROOT', 'true || 1', '..%2f'],
  ...[{ $ne: operand }, [{ $gt: operand }], { at: { $gt: operand }, _id: { $gt: operand } }].flatMap((value) => [
    JSON.stringify(value),
    Buffer.from(JSON.stringify(value)).toString('base64url'),
  ]),
];

/** What stands behind a field's name in an address, and its value. */
export const queryTails: readonly (readonly [tail: string, value: string])[] = [
  ...[...comparing, ...reading, ...running].map((name): [string, string] => [`[${name}]`, operand]),
  ['[]', operand],
  ['[0][$ne]', operand],
  ['.$ne', operand],
  ['[__proto__][$ne]', operand],
  ['[constructor][prototype]', operand],
  ['[＄ne]', operand],
];
