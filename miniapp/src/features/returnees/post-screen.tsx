import { findTravellers } from '@grid-relief/shared-types/returnees/returnee.contract';
import type { TravellerRow } from '@grid-relief/shared-types/returnees/returnee.schema';
import { useState } from 'react';
import { call, type Problem, useProblemWords } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { returneesText } from '@/text/returnees';
import { BottomBar, Button, Card, EmptyState, Field, NetworkBanner, Page, Rows, Words } from '@/ui';
import { GridPerson } from './grid-screen';

const isPhone = (text: string) => /^1\d{10}$/.test(text);
const isTail = (text: string) => /^[0-9A-Za-z]{4}$/.test(text);

/** At a post: found by phone or by the end of the number, here with one tap; whoever is not expected is registered. */
export function PostScreen() {
  const t = useText(returneesText);
  const words = useProblemWords();
  const [phone, setPhone] = useState('');
  const [tail, setTail] = useState('');
  const [found, setFound] = useState<readonly TravellerRow[]>();
  const [problem, setProblem] = useState<Problem>();
  const canFind = isPhone(phone) || isTail(tail);
  const find = async () => {
    const body = { ...(isPhone(phone) && { phone }), ...(isTail(tail) && { idTail: tail }) };
    const outcome = await call(findTravellers, { body });
    setProblem(outcome.ok ? undefined : outcome.problem);
    setFound(outcome.ok ? outcome.value.items : undefined);
  };
  const register = () => void openPage('/packages/returnee/report/index', { mode: 'post' });
  const main = (
    <Button
      look="main"
      icon="search"
      label={t('find')}
      disabledReason={canFind ? undefined : t('find-first')}
      onPress={() => void find()}
    />
  );
  const quiet = <Button icon="plus" label={t('new-at-post')} onPress={register} />;
  return (
    <Page title={t('post-title')} banner={<NetworkBanner />} bottom={<BottomBar main={main} quiet={quiet} />}>
      <Rows>
        <Field label={t('find-phone')} kind="tel" maxLength={11} optional value={phone} onChange={setPhone} />
        <Field label={t('find-tail')} kind="idcard" maxLength={4} optional value={tail} onChange={setTail} />
        {problem && (
          <Card tone="danger">
            <Words reads={{ role: 'alert' }}>{words(problem)}</Words>
          </Card>
        )}
        {found?.map((row) => (
          <GridPerson key={row.id} row={row} />
        ))}
        {found?.length === 0 && <EmptyState picture="quiet" title={t('find-none')} hint={t('find-none-hint')} />}
      </Rows>
    </Page>
  );
}
