import { defineText, type Reader } from './define';

/**
 * Aisles (`a-`) and units (`u-`) of a catalogue, and units that people say themselves. Both are stored in Chinese; this is how
 * the other language reads them. English units are counted.
 */
export const goodsText = defineText({
  zh: {
    'a-粮油': '粮油',
    'a-调料': '调料',
    'a-日用': '日用',
    'a-饮品': '饮品',
    'a-蔬菜': '蔬菜',
    'a-水果': '水果',
    'a-面点': '面点',
    'a-冷藏': '冷藏',
    'a-蛋奶': '蛋奶',
    'a-慢病': '慢病',
    'a-常用': '常用',
    'a-四类药': '四类药',
    'a-热饭': '热饭',
    'a-代取': '代取',
    'u-袋': '袋',
    'u-把': '把',
    'u-包': '包',
    'u-桶': '桶',
    'u-瓶': '瓶',
    'u-壶': '壶',
    'u-份': '份',
    'u-提': '提',
    'u-组': '组',
    'u-卷': '卷',
    'u-盒': '盒',
    'u-罐': '罐',
    'u-箱': '箱',
    'u-棵': '棵',
    'u-个': '个',
    'u-捆': '捆',
    'u-板': '板',
    'u-块': '块',
    'u-只': '只',
    'u-条': '条',
    'u-支': '支',
    'u-件': '件',
    'u-斤': '斤',
    'u-公斤': '公斤',
    'u-克': '克',
    'u-升': '升',
    'u-颗': '颗',
    'u-根': '根',
    'u-双': '双',
    'u-粒': '粒',
    'u-片': '片',
    'u-碗': '碗',
    'u-朵': '朵',
    'u-串': '串',
  },
  en: {
    'a-粮油': 'Rice, flour, oil',
    'a-调料': 'Seasoning',
    'a-日用': 'Household',
    'a-饮品': 'Drinks',
    'a-蔬菜': 'Vegetables',
    'a-水果': 'Fruit',
    'a-面点': 'Bread',
    'a-冷藏': 'Chilled',
    'a-蛋奶': 'Eggs, milk',
    'a-慢病': 'Long-term',
    'a-常用': 'Common',
    'a-四类药': 'Fever and cough',
    'a-热饭': 'Hot meals',
    'a-代取': 'Collecting',
    'u-袋': '{count|bag|bags}',
    'u-把': '{count|bundle|bundles}',
    'u-包': '{count|pack|packs}',
    'u-桶': '{count|can|cans}',
    'u-瓶': '{count|bottle|bottles}',
    'u-壶': '{count|jug|jugs}',
    'u-份': '{count|portion|portions}',
    'u-提': '{count|pack|packs}',
    'u-组': '{count|set|sets}',
    'u-卷': '{count|roll|rolls}',
    'u-盒': '{count|box|boxes}',
    'u-罐': '{count|tin|tins}',
    'u-箱': '{count|case|cases}',
    'u-棵': '{count|head|heads}',
    'u-个': '{count|piece|pieces}',
    'u-捆': '{count|bundle|bundles}',
    'u-板': '{count|tray|trays}',
    'u-块': '{count|block|blocks}',
    'u-只': '{count|piece|pieces}',
    'u-条': '{count|piece|pieces}',
    'u-支': '{count|tube|tubes}',
    'u-件': '{count|piece|pieces}',
    'u-斤': 'jin (500 g)',
    'u-公斤': 'kg',
    'u-克': 'g',
    'u-升': '{count|litre|litres}',
    'u-颗': '{count|head|heads}',
    'u-根': '{count|piece|pieces}',
    'u-双': '{count|pair|pairs}',
    'u-粒': '{count|pill|pills}',
    'u-片': '{count|tablet|tablets}',
    'u-碗': '{count|bowl|bowls}',
    'u-朵': '{count|head|heads}',
    'u-串': '{count|string|strings}',
  },
});

type Words = typeof goodsText.zh;

/** What goods in free words are counted in, where nobody said it; stored, and read by everybody in their own words. */
export const freeUnit = '份';

/** An aisle as this reader calls it; what somebody wrote by hand stays as it is. */
export function aisleWords(t: Reader<Words>, aisle: string): string {
  const key = `a-${aisle}`;
  // aisles have no places to fill
  return key in goodsText.zh ? t(key as 'a-粮油') : aisle;
}

/** A unit as this reader calls it, for so many; one that the table does not know stays as it is stored. */
export function unitWords(t: Reader<Words>, unit: string, count: number): string {
  const key = `u-${unit}`;
  if (!(key in goodsText.zh)) return unit;
  // Chinese counts nothing in these words, so the type knows of no place to fill
  return (t as (key: string, values: object) => string)(key, { count });
}
