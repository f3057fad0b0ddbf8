import type { LineDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type * as z from '@grid-relief/shared-types/zod';
import { newId } from '@/api';
import { freeUnit } from '@/text/goods';

export type Line = z.input<typeof LineDraft>;

const figures: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const units = '斤|公斤|袋|瓶|盒|个|包|桶|箱|把|颗|板|罐|卷|份|条|只|支|提|块|件';
const most = 50;
const goods = new RegExp(`^(.*?[^\\d\\s])\\s*[xX×*]?\\s*(\\d{1,3}|[一二两三四五六七八九十])\\s*(${units})?$`);
const goodsCountFirst = new RegExp(`^(\\d{1,3}|[一二两三四五六七八九十])\\s*(${units})\\s*(.+)$`);

function lineOf(name: string, count: string | undefined, unit: string | undefined): Line {
  const quantity = count === undefined ? 1 : (figures[count] ?? Number(count));
  return {
    line: newId().slice(-10),
    name: name.trim().slice(0, 40),
    unit: unit ?? freeUnit,
    quantity: Math.min(most, Math.max(1, quantity)),
    // nobody could be asked which way; the shop's nearest kind serves an elder better than nothing
    substitution: { rule: 'SIMILAR', maxExtraPercent: 20 },
  };
}

/** Reads goods as people say them, "大米2袋 鸡蛋一斤、盐": one line each, one piece where no number was said. */
export function linesFromWords(words: string): Line[] {
  return words
    .split(/[、，,；;。\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, count, unit, name] = goodsCountFirst.exec(part) ?? [];
      if (name !== undefined) return lineOf(name, count, unit);
      const [, named, quantity, measure] = goods.exec(part) ?? [];
      return named === undefined ? lineOf(part, undefined, undefined) : lineOf(named, quantity, measure);
    });
}

/** What people call medicine against fever, cough, virus and bacteria; whoever takes the order looks at the mark. */
const four =
  /退烧|退热|发烧|感冒|布洛芬|对乙酰氨基酚|扑热息痛|咳|止咳|连花清瘟|抗病毒|奥司他韦|消炎|抗生素|阿莫西林|头孢|阿奇霉素|罗红霉素/;

/** Whether medicine named so is likely one of the four classes sold under registration (handbook 4.8). Pure. */
export const isLikelyFour = (name: string): boolean => four.test(name);
