import { kindIcon } from '@/features/deliveries/carrying/marks';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { postMealText } from '@/text/post-meal';
import { volunteerText } from '@/text/volunteer';
import { Button, Card, formatFen, Heading, Icon, Line, StatusChip, Words } from '@/ui';
import type { Offer } from './offer';

const minuteMs = 60_000;

/** An offer in the list: what and where, and how long it still stands. */
export function OfferCard({ offer, onLook }: { readonly offer: Offer; readonly onLook: () => void }) {
  const t = useText(volunteerText);
  const carrying = useText(carryingText);
  const meal = useText(postMealText);
  const { kind, what, doors, count, estimateFen, expiresAt, areaNames, heads } = offer;
  const load =
    heads === undefined ? t('offer-what', { count, money: formatFen(estimateFen) }) : meal('heads', { count: heads });
  const minutes = Math.max(0, Math.ceil((Date.parse(expiresAt) - Date.now()) / minuteMs));
  const name = kind === 'run' ? t('offer-run-title', { count: doors }) : carrying(`kind-${what}`);
  return (
    <Card tone="info">
      <Line>
        <Icon name={kind === 'run' ? 'stairs' : kindIcon(what)} />
        <Heading size={4}>{name}</Heading>
      </Line>
      <Words>{[areaNames.slice(-1).join(''), load].join(' · ')}</Words>
      <Line>
        <StatusChip icon="clock" tone="info" label={t('offer-left', { minutes })} />
      </Line>
      <Button label={t('offer-look')} onPress={onLook} />
    </Card>
  );
}
