import type { Page } from 'playwright-core';
import { photograph } from '../carrying';
import { fits, type Stage, stored, timesDone } from '../people';
import { holdsSoon } from '../persistently';
import { picture, reads, tap, tapWords } from '../screen';
import { type InHand, paysForTwoBags, takesAndFinds } from './carrying';

/** Bought and on the way: in the stairwell, without a network, the carrier cannot go on. Count, reason, photo. */
export async function cannotGoOn(stage: Stage, carrier: Page, family: Page, { id, home }: InHand): Promise<void> {
  const { checks } = stage;
  await takesAndFinds(carrier, ['大米', '鸡蛋']);
  await paysForTwoBags(carrier);
  await tap(carrier, '都做好了，出发');
  await checks.check('on the way, with the door', await reads(carrier, '送到这里'));
  await carrier.context().setOffline(true);
  await tap(carrier, '遇到麻烦');
  await reads(carrier, '我送不了了');
  await picture(carrier, 'sharing-01-trouble');
  await fits(checks, carrier, 'what may go wrong on the way');
  await tapWords(carrier, '我送不了了');
  await reads(carrier, '您垫的钱还是还给您');
  await picture(carrier, 'sharing-02-give');
  await fits(checks, carrier, 'giving bags to somebody else');
  await photograph(carrier, /^身体不舒服$/);
  await checks.check(
    'without a network count and photo wait on the phone',
    await reads(carrier, '已记在手机里，等网络'),
  );
  await checks.check('with the count that was given', await reads(carrier, /2 袋/));
  await picture(carrier, 'sharing-03-given-offline');
  await fits(checks, carrier, 'given without a network');
  await checks.check(
    'and nobody is sent for before it is known',
    (await timesDone(stage, id, 'askHandover', home)) === 0,
  );
  await carrier.context().setOffline(false);
  await checks.check('back in the network, it is sent', await reads(carrier, '已发出，收到了', 60_000));
  const isStored = async () => (await timesDone(stage, id, 'askHandover', home)) === 1;
  await checks.check('and stored, once', await holdsSoon(isStored));
  await checks.check('the family reads that somebody else will bring it', await reads(family, '正在换人送', 60_000));
  await picture(family, 'sharing-04-family');
  await fits(checks, family, 'bags that change hands, as the family sees them');
  const { money } = await stored(stage, id, home);
  await checks.check('what was paid is owed as before', (money?.owedFen ?? 0) > 0);
}
