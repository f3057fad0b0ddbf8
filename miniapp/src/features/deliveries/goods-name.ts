import { useLanguage } from '@/text';

/** Goods with the catalogue's other name, where it has one. */
type Named = { readonly name: string; readonly nameEn?: string | undefined };

/**
 * How goods are called in the chosen language: `plain` for whoever reads, `shelf` for whoever looks for them, because
 * the signs in the shop are Chinese. What somebody wrote in free words stays as it was written.
 */
export function useGoodsName(): Readonly<Record<'plain' | 'shelf', (goods: Named) => string>> {
  const isEnglish = useLanguage() === 'en';
  return {
    plain: ({ name, nameEn }) => (isEnglish ? (nameEn ?? name) : name),
    shelf: ({ name, nameEn }) => (isEnglish && nameEn !== undefined ? `${nameEn} (${name})` : name),
  };
}
