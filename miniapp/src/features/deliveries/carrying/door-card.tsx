import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { fileAddress } from '@/api';
import { callPhone, playVoice, toast } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, Heading, Line, StatusChip, Words } from '@/ui';
import { PostDoor } from '../post/post-door';
import { ToldWords } from './told-words';

/** Where it goes: the door large, what the household said, a phone button. Only for whoever holds it now. */
export function DoorCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(carryingText);
  const { household, needs, voiceNote } = view;
  const { address, phone, name } = household ?? {};
  if (view.sentElsewhere && household) return <OtherPlace view={view} phone={phone} />;
  if (!household || !address)
    return (
      <Card>
        <Words tone="quiet">{t('door-hidden')}</Words>
      </Card>
    );
  if (view.forPost) return <PostDoor view={view} />;
  return (
    <Card>
      <ToldWords view={view} />
      <Words tone="quiet">{t('door-title')}</Words>
      <Heading size={2}>{address.room}</Heading>
      <Words size={5} strong block>
        {`${address.building} ${address.unit} · ${t('door-floor', { floor: address.floor })}`}
      </Words>
      <Words block>{`${address.compound}${name === undefined ? '' : ` · ${name}`}`}</Words>
      {address.note !== undefined && <Words block>{address.note}</Words>}
      {needs.length > 0 && (
        <Line>
          {needs.map((need) => (
            <StatusChip key={need} icon="heart" tone="info" label={t(`need-${need}`)} />
          ))}
        </Line>
      )}
      <Line>
        {phone !== undefined && <Button icon="phone" label={t('phone')} onPress={() => void callPhone(phone)} />}
        {voiceNote !== undefined && <VoiceButton id={voiceNote} />}
      </Line>
    </Card>
  );
}

/** It goes to a relative or to the gate of a site: what was said about that place, and nothing of the door at home. */
function OtherPlace({ view, phone }: { readonly view: DeliveryView; readonly phone: string | undefined }) {
  const t = useText(carryingText);
  return (
    <Card>
      <ToldWords view={view} />
      <Words tone="quiet" block>
        {t('door-elsewhere')}
      </Words>
      {phone !== undefined && <Button icon="phone" label={t('phone')} onPress={() => void callPhone(phone)} />}
    </Card>
  );
}

function VoiceButton({ id }: { readonly id: string }) {
  const t = useText(carryingText);
  const play = async () => {
    const address = await fileAddress(id);
    if (address === undefined) toast(t('door-voice-failed'));
    else playVoice(address);
  };
  return <Button icon="mic" label={t('door-voice')} onPress={() => void play()} />;
}
