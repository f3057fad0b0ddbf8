import { myBadge } from '@grid-relief/shared-types/badges/badge.contract';
import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { useEffect, useMemo } from 'react';
import { FailedRead, useRead } from '@/api';
import { restartAt } from '@/platform';
import { useText } from '@/text';
import { badgeText } from '@/text/badge';
import { volunteerText } from '@/text/volunteer';
import {
  Button,
  Card,
  CountdownRing,
  EmptyState,
  Image,
  Line,
  NetworkBanner,
  Page,
  Rows,
  readable,
  Skeleton,
  Text,
  TimeText,
  useIsOnline,
  View,
  Words,
} from '@/ui';
import './badge.css';
import { qrSource, spokenDigits } from './qr-source';

type Badge = ResponseOf<typeof myBadge>;

const rotationSeconds = 60;
/** The server's clock and ours differ a little; asked too early it answers with the old digits. */
const lateMs = 400;
const soonestMs = 2_000;

/** Reads the badge again when its digits run out. */
function useRotation(badge: Badge | undefined, refresh: () => void): void {
  useEffect(() => {
    if (badge === undefined) return;
    const left = Date.parse(badge.rotatesAt) - Date.now() + lateMs;
    const timer = setTimeout(refresh, Math.max(soonestMs, left));
    return () => clearTimeout(timer);
  }, [badge, refresh]);
}

/** Who I am, for the person behind a door: black on white whatever the theme, readable in the sun. */
export function BadgeScreen() {
  const t = useText(badgeText);
  const { data, problem, isLoading, refresh } = useRead(myBadge, {}, { everySeconds: rotationSeconds });
  useRotation(data, refresh);
  const home = () => void restartAt('/packages/volunteer/home/index');
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      {isLoading && <Skeleton rows={1} height={900} />}
      {data === undefined && <FailedRead of={{ problem, refresh }} />}
      {data && !data.showing && (
        <EmptyState
          title={t('not-showing')}
          hint={t('not-showing-hint')}
          action={<Button look="main" label={t('to-duty')} onPress={home} />}
        />
      )}
      {data?.showing && <Face badge={data} />}
    </Page>
  );
}

function Face({ badge }: { readonly badge: Badge }) {
  const t = useText(badgeText);
  const volunteer = useText(volunteerText);
  const isOnline = useIsOnline();
  const postKey = `post-${badge.post}`;
  const post = postKey in badgeText.zh ? t(postKey as 'post-VOLUNTEER') : undefined;
  const source = useMemo(() => qrSource(badge.qr), [badge.qr]);
  const isStale = Date.parse(badge.rotatesAt) + rotationSeconds * 1000 < Date.now();
  return (
    <Rows>
      <View className="badge-face">
        <Text className="badge-name">{badge.surname}</Text>
        <Text className="badge-post">
          {[badge.team && volunteer(`team-${badge.team}`), post].filter(Boolean).join(' · ')}
        </Text>
        <Image className="badge-qr" src={source} ariaLabel={t('qr-label')} />
        <Text className="badge-digits" {...readable({ label: badge.digits.split('').join(' ') })}>
          {spokenDigits(badge.digits)}
        </Text>
      </View>
      {(!isOnline || isStale) && (
        <Card tone="amber">
          <Words size={5}>{t('no-network')}</Words>
        </Card>
      )}
      <Line>
        <Rotation rotatesAt={badge.rotatesAt} />
        <Words>{t('changes')}</Words>
      </Line>
      <Words size={5} strong>
        {t('number')}
      </Words>
      <Words tone="quiet">{t('number-hint')}</Words>
      <Line>
        <Words tone="quiet">{t('until')}</Words>
        <TimeText at={new Date(badge.validUntil)} />
      </Line>
    </Rows>
  );
}

function Rotation({ rotatesAt }: { readonly rotatesAt: string }) {
  return <CountdownRing key={rotatesAt} endsAt={new Date(rotatesAt)} totalSeconds={rotationSeconds} />;
}
