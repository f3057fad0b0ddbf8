export default definePageConfig({ navigationBarTitleText: '退回来的东西' });
