import type { SelfTestDay } from '@grid-relief/shared-types/quarantine/health-report.schema';
import { ProofPhoto } from '@/features/deliveries/proof-photo';
import { useText } from '@/text';
import { proofPhotoText } from '@/text/proof-photo';
import { selfTestText } from '@/text/self-test';
import { Card, Heading, Rows, StatusChip, useDayWords, Words } from '@/ui';

/** Self-tests day by day, the newest first: what was said, and its photo, or plainly that there is none. */
export function SelfTestsCard({ tests }: { readonly tests: readonly SelfTestDay[] }) {
  const t = useText(selfTestText);
  if (tests.length === 0) return null;
  return (
    <Card>
      <Heading size={5}>{t('title')}</Heading>
      {[...tests].reverse().map((test) => (
        <OneDay key={test.day} test={test} />
      ))}
    </Card>
  );
}

function OneDay({ test }: { readonly test: SelfTestDay }) {
  const t = useText(selfTestText);
  const tPhoto = useText(proofPhotoText);
  const dayWords = useDayWords();
  const { number, isAsked, isLate, hasPhoto, result, photos = [] } = test;
  const day = dayWords(test.day);
  return (
    <Rows gap={1}>
      <Words block>{t('line', { number, day, said: t(`said-${result ?? 'nothing'}`) })}</Words>
      {isLate && <Words tone="quiet">{t('is-late')}</Words>}
      {!isAsked && <Words tone="quiet">{t('not-asked')}</Words>}
      {!hasPhoto && <StatusChip icon="camera" tone="amber" label={t('no-photo')} />}
      {hasPhoto && photos.length === 0 && <StatusChip icon="image" tone="leaf" label={t('has-photo')} />}
      {photos.map((id) => (
        <ProofPhoto key={id} id={id} label={tPhoto('SELF_TEST', { day })} />
      ))}
    </Rows>
  );
}
