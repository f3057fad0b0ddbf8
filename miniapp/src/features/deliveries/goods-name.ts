import { useLanguage, useText } from '@/text';
import { goodsText, unitWords } from '@/text/goods';

/** Goods with the catalogue's other name, where it has one. */
type Named = { readonly name: string; readonly nameEn?: string | undefined };

/** The first goods of a request, as lists have them. */
type Summed = { readonly summary: string; readonly summaryEn?: string | undefined };

type GoodsName = Readonly<Record<'plain' | 'shelf', (goods: Named) => string>> & {
  readonly rows: (row: Summed) => string;
  readonly unit: (stored: string, count?: number) => string;
};

/**
 * How goods are called in the chosen language: `plain` for whoever reads, `shelf` for whoever looks for them, because
 * the signs in the shop are Chinese, `rows` for the first goods of a request in a list, `unit` for what they are counted in.
 * What somebody wrote in free words stays as it was written.
 */
export function useGoodsName(): GoodsName {
  const isEnglish = useLanguage() === 'en';
  const t = useText(goodsText);
  return {
    unit: (stored, count = 1) => unitWords(t, stored, count),
    rows: ({ summary, summaryEn }) => (isEnglish ? (summaryEn ?? summary) : summary),
    plain: ({ name, nameEn }) => (isEnglish ? (nameEn ?? name) : name),
    shelf: ({ name, nameEn }) => (isEnglish && nameEn !== undefined ? `${nameEn} (${name})` : name),
  };
}
