import { useState } from 'react';
import { Button, Choice, Field, Rows } from '@/ui';

const nothing = () => undefined;

/** Typing, choosing and pressing. */
export function FieldsPart() {
  const [door, setDoor] = useState('3 栋 2 单元 501');
  const [ifGone, setIfGone] = useState<'same' | 'ask' | 'leave'>('ask');
  return (
    <Rows>
      <Field label="门牌" hint="写到几楼几号，志愿者好找" value={door} onChange={setDoor} />
      <Field label="电话" kind="tel" value="1000000" error="少了几位，手机号是 11 位" onChange={nothing} />
      <Field label="想说的话" tall optional value="" placeholder="比如：门铃坏了，请敲门" onChange={nothing} />
      <Choice
        label="要是卖完了"
        value={ifGone}
        onChange={setIfGone}
        options={[
          { value: 'same', label: '换一样差不多的', icon: 'swap' },
          { value: 'ask', label: '先问我', hint: '会发消息', icon: 'egg-question' },
          { value: 'leave', label: '就不要了', icon: 'cross' },
        ]}
      />
      <Button look="main" icon="check" label="放下了，拍张照" onPress={nothing} />
      <Button look="quiet" icon="phone" label="打电话" onPress={nothing} />
      <Button look="danger" icon="bin" label="不要这一单了" onPress={nothing} />
      <Button look="main" busy label="发送" onPress={nothing} />
      <Button look="main" label="确认收到" disabledReason="东西还在路上，到了才能点" onPress={nothing} />
      <Button look="link" label="看看去年的单子" onPress={nothing} />
    </Rows>
  );
}
