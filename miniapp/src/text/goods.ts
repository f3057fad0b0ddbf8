import { defineText, type Reader } from './define';

/** Aisles (`a-`) and units (`u-`) of a catalogue. A shop names them in Chinese; this is how the other language reads them. */
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
    'u-袋': 'bag',
    'u-把': 'bundle',
    'u-包': 'pack',
    'u-桶': 'can',
    'u-瓶': 'bottle',
    'u-壶': 'jug',
    'u-份': 'portion',
    'u-提': 'pack',
    'u-组': 'set',
    'u-卷': 'roll',
    'u-盒': 'box',
    'u-罐': 'tin',
    'u-箱': 'case',
    'u-棵': 'head',
    'u-个': 'piece',
    'u-捆': 'bundle',
    'u-板': 'tray',
    'u-块': 'block',
    'u-只': 'piece',
    'u-条': 'piece',
    'u-支': 'tube',
    'u-件': 'piece',
  },
});

type Words = typeof goodsText.zh;

/** A word under a prefix; what somebody wrote by hand stays as it is. */
function wordOr(t: Reader<Words>, prefix: 'a' | 'u', word: string): string {
  const key = `${prefix}-${word}`;
  // words of this bundle have no places to fill
  return key in goodsText.zh ? t(key as 'u-袋') : word;
}

/** An aisle as this reader calls it. */
export const aisleWords = (t: Reader<Words>, aisle: string): string => wordOr(t, 'a', aisle);

/** A unit as this reader calls it. */
export const unitWords = (t: Reader<Words>, unit: string): string => wordOr(t, 'u', unit);
