export default definePageConfig({ navigationBarTitleText: '还没发出去的' });
