import type { Chance } from './random';

const surnames = [
  ...'王李张刘陈杨赵周吴徐孙马朱胡郭何高林罗郑梁韩唐冯董程曹袁邓许傅沈曾彭吕苏蒋蔡贾魏薛叶阎余潘杜戴夏钟田任姜范方石姚谭',
];
/** Common characters only; a name made of them belongs to nobody in particular. */
const womens = [...'兰英秀芳桂花玉珍春梅静娟艳霞红燕玲婷雪凤翠莲香萍'];
const mens = [...'建国军强伟平刚勇涛磊杰超鹏飞宇福贵山海龙虎根柱'];

/** An invented full name. */
export function inventedName(chance: Chance): string {
  const given = chance.happens(0.5) ? womens : mens;
  return chance.pick(surnames) + chance.pick(given) + chance.pick(given);
}

const directions = [...'东西南北前后上下'];
const middles = [...'柳杨槐石马高塔井泉青清平安长岭'];
const endings = ['庄', '坡', '沟', '堡', '湾', '岭', '会', '圪垛'];

/** An invented village name that is not among `taken`, which receives it. */
export function inventedVillage(chance: Chance, taken: Set<string>): string {
  for (;;) {
    const name = `${chance.pick(directions)}${chance.pick(middles)}${chance.pick(endings)}村`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const communityNames = [...'锦绣和顺永宁安康福瑞兴华丰惠祥泰新元'];

/** The name of a town's n-th invented community. */
export function inventedCommunity(index: number): string {
  const first = communityNames[(index * 2) % communityNames.length];
  const second = communityNames[(index * 2 + 1) % communityNames.length];
  return `${first}${second}社区`;
}

/** Numbers of the sample county: 1000000xxxx, which no operator hands out. */
export const phoneCount = 10_000;

/** @param index counted on beyond the last number, it starts again: contact numbers may repeat, accounts may not */
export function samplePhone(index: number): string {
  return `1000000${String(index % phoneCount).padStart(4, '0')}`;
}
