export default definePageConfig({ navigationBarTitleText: '四类药管理' });
