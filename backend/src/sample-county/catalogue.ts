import type { Good } from '@grid-relief/shared-types/shops/shop.contract';

/** sku, name, name in English, picture, unit, price in fen, weight in grams, and what is special about it. */
type Row = readonly [string, string, string, string, string, number, number, Special?];
interface Special {
  readonly cold?: true;
  readonly limit?: number;
  readonly turns?: true;
  readonly four?: true;
}

const cold: Special = { cold: true };
const four: Special = { four: true };

/** Aisles in walking order: dry goods first, the cold chain last (handbook 4.5). */
const supermarket: Readonly<Record<string, readonly Row[]>> = {
  粮油: [
    ['rice-5kg', '大米 5公斤', 'Rice, 5 kg', 'rice', '袋', 2980, 5000],
    ['rice-10kg', '大米 10公斤', 'Rice, 10 kg', 'rice', '袋', 5680, 10000],
    ['millet-1kg', '小米 1公斤', 'Millet, 1 kg', 'rice', '袋', 1280, 1000],
    ['flour-5kg', '面粉 5公斤', 'Wheat flour, 5 kg', 'flour', '袋', 2350, 5000],
    ['flour-10kg', '面粉 10公斤', 'Wheat flour, 10 kg', 'flour', '袋', 4480, 10000],
    ['flour-oat', '莜面 1公斤', 'Oat flour, 1 kg', 'flour', '袋', 1390, 1000],
    ['noodles-dry', '挂面 1公斤', 'Dried noodles, 1 kg', 'noodles', '把', 890, 1000],
    ['noodles-instant', '方便面 5连包', 'Instant noodles, 5 packs', 'noodles', '包', 1350, 550],
    ['noodles-knife', '刀削面 800克', 'Knife-cut noodles, 800 g', 'noodles', '包', 760, 800],
    ['oil-5l', '胡麻油 5升', 'Linseed oil, 5 l', 'oil', '桶', 8990, 4650, { limit: 1, turns: true }],
    ['oil-1l', '大豆油 1.8升', 'Soybean oil, 1.8 l', 'oil', '桶', 2690, 1680],
  ],
  调料: [
    ['salt-400', '食盐 400克', 'Salt, 400 g', 'salt', '袋', 250, 400],
    ['sugar-500', '白糖 500克', 'Sugar, 500 g', 'sugar', '袋', 580, 500],
    ['sugar-brown', '红糖 350克', 'Brown sugar, 350 g', 'sugar', '袋', 890, 350],
    ['vinegar-500', '陈醋 500毫升', 'Mature vinegar, 500 ml', 'vinegar', '瓶', 780, 900],
    ['vinegar-2l', '陈醋 2.3升', 'Mature vinegar, 2.3 l', 'vinegar', '壶', 1990, 2450],
    ['soy-light', '生抽 500毫升', 'Light soy sauce, 500 ml', 'soy-sauce', '瓶', 890, 900],
    ['soy-dark', '老抽 500毫升', 'Dark soy sauce, 500 ml', 'soy-sauce', '瓶', 920, 900],
    ['ginger-500', '生姜 500克', 'Ginger, 500 g', 'ginger', '份', 480, 500],
    ['garlic-500', '大蒜 500克', 'Garlic, 500 g', 'garlic', '份', 390, 500],
  ],
  日用: [
    ['toilet-paper', '卫生纸 10卷', 'Toilet paper, 10 rolls', 'toilet-paper', '提', 1990, 1200],
    ['tissues', '抽纸 6包', 'Tissues, 6 packs', 'toilet-paper', '提', 1490, 800],
    ['soap-bar', '香皂 2块', 'Soap, 2 bars', 'soap', '组', 790, 260],
    ['soap-hand', '洗手液 500毫升', 'Hand wash, 500 ml', 'soap', '瓶', 1290, 560],
    ['soap-dish', '洗洁精 1.2公斤', 'Washing-up liquid, 1.2 kg', 'soap', '瓶', 1190, 1250],
    ['soap-laundry', '洗衣粉 1.6公斤', 'Washing powder, 1.6 kg', 'soap', '袋', 1590, 1600],
    ['bin-bag', '垃圾袋 100只', 'Bin bags, 100', 'bin-bag', '卷', 990, 500],
    ['mask-50', '医用口罩 50只', 'Medical masks, 50', 'mask', '盒', 1990, 220, { limit: 2 }],
    ['diapers-m', '纸尿裤 M 60片', 'Nappies, M, 60', 'diapers', '包', 7990, 1900],
    ['diapers-l', '纸尿裤 L 54片', 'Nappies, L, 54', 'diapers', '包', 7990, 1950],
    ['diapers-adult', '成人护理垫 20片', 'Adult care pads, 20', 'diapers', '包', 3990, 1300],
    ['gas-small', '便携气罐 250克', 'Portable gas, 250 g', 'gas', '罐', 690, 380, { limit: 4 }],
  ],
  饮品: [
    ['water-12', '饮用水 12瓶', 'Water, 12 bottles', 'water', '箱', 1690, 6800],
    ['water-5l', '饮用水 5升', 'Water, 5 l', 'water', '桶', 890, 5100],
    ['formula-1', '婴儿奶粉 1段 900克', 'Infant formula 1, 900 g', 'formula', '罐', 19800, 1100, { limit: 2 }],
    ['formula-2', '婴儿奶粉 2段 900克', 'Infant formula 2, 900 g', 'formula', '罐', 19800, 1100, { limit: 2 }],
    ['milk-powder-elder', '中老年奶粉 800克', 'Milk powder for elders, 800 g', 'formula', '罐', 6980, 950],
    ['milk-box', '纯牛奶 24盒', 'Long-life milk, 24 boxes', 'milk', '箱', 5690, 6300, { limit: 2 }],
  ],
  蔬菜: [
    ['veg-pack', '蔬菜包 5公斤', 'Vegetable pack, 5 kg', 'vegetables', '包', 2500, 5000, { limit: 2 }],
    ['cabbage', '大白菜', 'Chinese cabbage', 'cabbage', '棵', 650, 2000],
    ['cabbage-round', '圆白菜', 'White cabbage', 'cabbage', '个', 590, 1300],
    ['potato', '土豆 2.5公斤', 'Potatoes, 2.5 kg', 'potato', '袋', 890, 2500],
    ['sweet-potato', '红薯 2公斤', 'Sweet potatoes, 2 kg', 'potato', '袋', 980, 2000],
    ['carrot', '胡萝卜 1公斤', 'Carrots, 1 kg', 'carrot', '份', 480, 1000],
    ['onion', '洋葱 1公斤', 'Onions, 1 kg', 'onion', '份', 460, 1000],
    ['leek', '大葱 1公斤', 'Spring onions, 1 kg', 'onion', '捆', 590, 1000],
    ['tomato', '西红柿 1公斤', 'Tomatoes, 1 kg', 'tomato', '份', 880, 1000],
    ['cucumber', '黄瓜 1公斤', 'Cucumbers, 1 kg', 'cucumber', '份', 780, 1000],
    ['spinach', '菠菜 500克', 'Spinach, 500 g', 'spinach', '份', 490, 500],
    ['celery', '芹菜 500克', 'Celery, 500 g', 'spinach', '份', 420, 500],
    ['greens', '油麦菜 500克', 'Lettuce greens, 500 g', 'vegetables', '份', 450, 500],
  ],
  水果: [
    ['apple', '苹果 2公斤', 'Apples, 2 kg', 'apple', '份', 1590, 2000],
    ['pear', '梨 2公斤', 'Pears, 2 kg', 'apple', '份', 1290, 2000],
    ['banana', '香蕉 1公斤', 'Bananas, 1 kg', 'banana', '份', 890, 1000],
    ['orange', '橙子 2公斤', 'Oranges, 2 kg', 'orange', '份', 1790, 2000],
  ],
  面点: [
    ['bread-slice', '切片面包', 'Sliced bread', 'bread', '袋', 990, 400],
    ['bread-mantou', '馒头 10个', 'Steamed buns, 10', 'bread', '袋', 1000, 1100],
    ['bread-flat', '太谷饼 6个', 'Taigu flat cakes, 6', 'bread', '包', 1200, 480],
  ],
  冷藏: [
    ['eggs-30', '鸡蛋 30枚', 'Eggs, 30', 'eggs', '板', 2680, 1900, { limit: 1 }],
    ['eggs-free', '柴鸡蛋 30枚', 'Free-range eggs, 30', 'eggs', '板', 2880, 1900, { limit: 1 }],
    ['eggs-10', '鸡蛋 10枚', 'Eggs, 10', 'eggs', '盒', 980, 620, { limit: 2 }],
    ['tofu', '豆腐 500克', 'Tofu, 500 g', 'tofu', '块', 350, 500, cold],
    ['tofu-dry', '豆腐干 300克', 'Dried tofu, 300 g', 'tofu', '袋', 680, 300, cold],
    ['milk-fresh', '鲜牛奶 950毫升', 'Fresh milk, 950 ml', 'milk', '盒', 1490, 1000, cold],
    ['yoghurt', '酸奶 12杯', 'Yoghurt, 12 cups', 'milk', '组', 1890, 1300, cold],
    ['pork-500', '猪肉 500克', 'Pork, 500 g', 'pork', '份', 1380, 500, cold],
    ['pork-ribs', '猪排骨 1公斤', 'Pork ribs, 1 kg', 'pork', '份', 3980, 1000, cold],
    ['lamb-500', '羊肉 500克', 'Lamb, 500 g', 'pork', '份', 3880, 500, cold],
    ['chicken', '整鸡 1公斤', 'Whole chicken, 1 kg', 'chicken', '只', 2480, 1000, cold],
    ['chicken-leg', '鸡腿 1公斤', 'Chicken legs, 1 kg', 'chicken', '份', 1980, 1000, cold],
    ['fish', '鲤鱼 1条', 'Carp', 'fish', '条', 1880, 900, cold],
    ['dumplings', '速冻水饺 1公斤', 'Frozen dumplings, 1 kg', 'meal', '袋', 1690, 1000, cold],
  ],
};

const pharmacy: Readonly<Record<string, readonly Row[]>> = {
  慢病: [
    [
      'amlodipine',
      '苯磺酸氨氯地平片 5毫克×28片（降压）',
      'Amlodipine 5 mg, 28 (blood pressure)',
      'tablets',
      '盒',
      2280,
      40,
    ],
    [
      'nifedipine',
      '硝苯地平控释片 30毫克×7片（降压）',
      'Nifedipine 30 mg, 7 (blood pressure)',
      'tablets',
      '盒',
      2890,
      30,
    ],
    ['valsartan', '缬沙坦胶囊 80毫克×7粒（降压）', 'Valsartan 80 mg, 7 (blood pressure)', 'tablets', '盒', 1980, 30],
    ['metformin', '盐酸二甲双胍片 0.5克×48片（降糖）', 'Metformin 0.5 g, 48 (diabetes)', 'tablets', '盒', 2650, 60],
    ['insulin', '胰岛素注射液 3毫升（冷藏）', 'Insulin, 3 ml (keep cold)', 'tablets', '支', 4680, 60, cold],
    ['aspirin', '阿司匹林肠溶片 0.1克×30片', 'Aspirin 0.1 g, 30', 'tablets', '盒', 1580, 40],
    ['atorvastatin', '阿托伐他汀钙片 20毫克×7片（降脂）', 'Atorvastatin 20 mg, 7 (lipids)', 'tablets', '盒', 3560, 30],
    ['levothyroxine', '左甲状腺素钠片 50微克×100片', 'Levothyroxine 50 µg, 100', 'tablets', '盒', 3180, 50],
  ],
  常用: [
    ['stomach', '奥美拉唑肠溶胶囊 14粒（胃药）', 'Omeprazole, 14 (stomach)', 'tablets', '盒', 1890, 40],
    ['smecta', '蒙脱石散 10袋（止泻）', 'Smectite, 10 sachets (diarrhoea)', 'tablets', '盒', 1650, 60],
    ['ointment', '红霉素软膏 10克', 'Erythromycin ointment, 10 g', 'ointment', '支', 480, 20],
    ['ointment-pain', '双氯芬酸软膏 20克（止痛）', 'Diclofenac gel, 20 g (pain)', 'ointment', '支', 2980, 40],
    ['vitamin-c', '维生素C片 100片', 'Vitamin C, 100', 'tablets', '瓶', 690, 80],
    ['thermometer', '电子体温计', 'Digital thermometer', 'thermometer', '支', 2900, 30, { limit: 1 }],
    ['mask-n95', 'N95口罩 10只', 'N95 masks, 10', 'mask', '包', 2990, 80, { limit: 1 }],
  ],
  四类药: [
    [
      'ibuprofen',
      '布洛芬缓释胶囊 20粒（退热）',
      'Ibuprofen, 20 (fever)',
      'tablets',
      '盒',
      1980,
      30,
      { four: true, limit: 1 },
    ],
    [
      'paracetamol',
      '对乙酰氨基酚片 24片（退热）',
      'Paracetamol, 24 (fever)',
      'tablets',
      '盒',
      1280,
      30,
      { four: true, limit: 1 },
    ],
    ['cough-syrup', '止咳糖浆 150毫升', 'Cough syrup, 150 ml', 'syrup', '瓶', 1880, 220, four],
    [
      'isatis',
      '板蓝根颗粒 20袋（抗病毒）',
      'Isatis granules, 20 (antiviral)',
      'tablets',
      '盒',
      2280,
      40,
      { four: true, limit: 1 },
    ],
    ['amoxicillin', '阿莫西林胶囊 24粒（抗生素）', 'Amoxicillin, 24 (antibiotic)', 'tablets', '盒', 1580, 40, four],
  ],
};

const kitchen: Readonly<Record<string, readonly Row[]>> = {
  热饭: [
    ['meal-set', '两荤一素盒饭', 'Set meal, two meat one vegetable', 'meal', '份', 1800, 650],
    ['meal-veg', '素菜盒饭', 'Vegetable set meal', 'meal', '份', 1300, 600],
    ['meal-noodles', '西红柿鸡蛋面', 'Tomato and egg noodles', 'noodles', '份', 1200, 700],
    ['meal-elder', '老人软饭套餐', 'Soft meal for elders', 'meal', '份', 1200, 600],
    ['meal-porridge', '小米粥加馒头', 'Millet porridge and buns', 'meal', '份', 600, 600],
  ],
};

const parcels: Readonly<Record<string, readonly Row[]>> = {
  代取: [['parcel', '代取快递一件', 'Collect one parcel', 'parcel', '件', 0, 2000]],
};

function goodsOf(aisles: Readonly<Record<string, readonly Row[]>>): Good[] {
  return Object.entries(aisles).flatMap(([aisle, rows]) => rows.map((row) => goodOf(aisle, row)));
}

function goodOf(aisle: string, [sku, name, nameEn, picture, unit, priceFen, weightGrams, special = {}]: Row): Good {
  return {
    sku,
    name,
    nameEn,
    picture,
    aisle,
    unit,
    priceFen,
    cold: special.cold ?? false,
    weightGrams,
    controlledFour: special.four ?? false,
    ...(special.limit ? { limitPerHousehold: special.limit } : {}),
    ...(special.turns ? { byTurns: special.turns } : {}),
  };
}

/** What each kind of shop sells, with its aisles in walking order. Prices are invented. */
export const catalogues = {
  SUPERMARKET: { aisles: Object.keys(supermarket), goods: goodsOf(supermarket) },
  PHARMACY: { aisles: Object.keys(pharmacy), goods: goodsOf(pharmacy) },
  KITCHEN: { aisles: Object.keys(kitchen), goods: goodsOf(kitchen) },
  PARCEL_SHELF: { aisles: Object.keys(parcels), goods: goodsOf(parcels) },
} as const;
