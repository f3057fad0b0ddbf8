import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { postMealText } from '@/text/post-meal';
import { Button, Card, Heading, Line, useSoonWords, Words } from '@/ui';
import { ToldWords } from '../carrying/told-words';

/** Where a meal goes that no home has asked for: the post by its name, where it stands, and how many eat. */
export function PostDoor({ view }: { readonly view: DeliveryView }) {
  const t = useText(postMealText);
  const carrying = useText(carryingText);
  const timeWords = useSoonWords();
  const { household, headCount, wantedBy } = view;
  const { name = '', phone, address } = household ?? {};
  const place = [address?.compound, address?.note].filter(Boolean).join(' · ');
  const by = wantedBy === undefined ? undefined : timeWords(new Date(wantedBy));
  return (
    <Card>
      <ToldWords view={view} />
      <Words tone="quiet">{t('carry-title')}</Words>
      <Heading size={2}>{name}</Heading>
      {place !== '' && <Words block>{t('carry-stands', { place })}</Words>}
      {headCount !== undefined && (
        <Words size={4} strong block>
          {by === undefined ? t('heads', { count: headCount }) : t('heads-by', { count: headCount, time: by })}
        </Words>
      )}
      {phone !== undefined && (
        <Line>
          <Button icon="phone" label={carrying('phone')} onPress={() => void callPhone(phone)} />
        </Line>
      )}
    </Card>
  );
}
