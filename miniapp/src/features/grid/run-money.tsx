import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { runMoney } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import { FailedRead, SendingNote, useAct, useHolds, useRead } from '@/api';
import { PricePad } from '@/features/deliveries/carrying/price-pad';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { gridText } from '@/text/grid';
import { gridMoneyText } from '@/text/grid-money';
import { Button, Card, formatFen, Heading, Words } from '@/ui';

type Row = ResponseOf<typeof runMoney>['items'][number];
const givers: readonly string[] = ['COMMUNITY_CASHIER', 'GRID_LEADER'];
const givingStates: readonly string[] = ['ACCEPTED', 'SHOPPING'];

/** Cash that is out with carriers, run by run, and what they paid beyond it. Draws nothing while no run has any. */
export function RunMoneyCards() {
  const t = useText(gridMoneyText);
  const { data, problem, refresh } = useRead(runMoney, { query: { limit: 50 } }, { everySeconds: 60 });
  if (data === undefined) return <FailedRead of={{ problem, refresh }} />;
  if (data.items.length === 0) return null;
  return (
    <>
      <Heading>{t('float-title')}</Heading>
      {data.items.map((row) => (
        <RunMoneyCard key={row.run} row={row} />
      ))}
    </>
  );
}

function RunMoneyCard({ row }: { readonly row: Row }) {
  const t = useText(gridMoneyText);
  const grid = useText(gridText);
  const doing = useAct(row.run);
  const isOnItsWay = useOnItsWay(
    doing,
    `${row.floatFen} ${row.handoverCash?.countedFen} ${row.handoverCash?.agreedFen}`,
  );
  const [isGiving, setGiving] = useState(false);
  const [isAgreeing, setAgreeing] = useState(false);
  const [isTaking, setTaking] = useState(false);
  const mayGive = useHolds()(givers) && givingStates.includes(row.state);
  return (
    <Card>
      <Words strong block>
        {row.carrier ?? grid('runs-nobody')}
      </Words>
      <Words size={5} block>
        {t('float-out', { money: formatFen(row.floatFen) })}
      </Words>
      {row.floatReturnedFen !== undefined && (
        <Words block>{t('float-back', { money: formatFen(row.floatReturnedFen) })}</Words>
      )}
      {row.coveredFen > 0 && (
        <>
          <Words block>{t('float-covered', { money: formatFen(row.coveredFen) })}</Words>
          <Words tone="quiet" block>
            {t('float-order')}
          </Words>
        </>
      )}
      {row.differenceFen !== undefined && row.differenceFen > 0 && (
        <Words block tone="danger">
          {t('float-difference', { money: formatFen(row.differenceFen) })}
        </Words>
      )}
      {row.handoverCash && !isStated(row) && <PassedOn cash={row.handoverCash} />}
      {row.cashOut && (
        <Words block tone="amber">
          {t('cash-left', { who: row.cashOut.who, money: formatFen(row.cashOut.amountFen) })}
        </Words>
      )}
      {row.owed.map(({ who, amountFen }) => (
        <Words key={who} block tone="amber">
          {t('float-owed', { who, money: formatFen(amountFen) })}
        </Words>
      ))}
      <SendingNote of={doing} />
      {mayGive && !isOnItsWay(runActions.giveFloat) && (
        <Button
          icon="yuan"
          label={t(row.floatFen > 0 ? 'float-give-more' : 'float-give')}
          onPress={() => setGiving(true)}
        />
      )}
      {row.mayTakeCash && !isOnItsWay(runActions.takeCash) && (
        <Button look="main" icon="yuan" label={t('cash-take')} onPress={() => setTaking(true)} />
      )}
      {isTaking && (
        <PricePad
          isCash
          title={t('cash-take-count')}
          // a count is one's own: nothing is filled in
          fen={0}
          onClose={() => setTaking(false)}
          onChange={(cashFen) => void doing.act(runActions.takeCash, { cashFen })}
        />
      )}
      {row.mayAgreeCash && !isOnItsWay(runActions.agreeCash) && (
        <Button icon="yuan" label={t('cash-agree')} onPress={() => setAgreeing(true)} />
      )}
      {isAgreeing && (
        <PricePad
          isCash
          title={t('cash-agree')}
          fen={row.handoverCash?.countedFen ?? row.handoverCash?.statedFen ?? 0}
          onClose={() => setAgreeing(false)}
          onChange={(cashFen) => void doing.act(runActions.agreeCash, { cashFen, reason: { code: 'ASKED_BOTH' } })}
        />
      )}
      {isGiving && (
        <PricePad
          isCash
          title={t('float-how-much')}
          // what is given comes on top of what is out
          fen={0}
          onClose={() => setGiving(false)}
          onChange={(floatFen) => void doing.act(runActions.giveFloat, { floatFen })}
        />
      )}
    </Card>
  );
}

/** On its way to whoever counts it next: the line about who has it says enough. */
const isStated = ({ cashOut, handoverCash }: Row): boolean =>
  cashOut !== undefined && handoverCash?.countedFen === undefined && handoverCash?.agreedFen === undefined;

/** The last change of carrier: what both said of the cash; differing counts stand out until they are settled. */
function PassedOn({ cash }: { readonly cash: NonNullable<Row['handoverCash']> }) {
  const t = useText(gridMoneyText);
  const { from, statedFen, countedFen, agreedFen, toCashier } = cash;
  const differs = countedFen !== undefined && countedFen !== statedFen;
  return (
    <>
      <Words block>{t(toCashier ? 'cash-should' : 'cash-said', { who: from, money: formatFen(statedFen) })}</Words>
      {(countedFen !== undefined || agreedFen === undefined) && (
        <Words block tone={differs && agreedFen === undefined ? 'danger' : 'plain'}>
          {countedFen === undefined
            ? t('cash-not-counted')
            : t(toCashier ? 'cash-took' : 'cash-counted', { money: formatFen(countedFen) })}
        </Words>
      )}
      {agreedFen !== undefined && differs && <Words block>{t('cash-agreed', { money: formatFen(agreedFen) })}</Words>}
    </>
  );
}
