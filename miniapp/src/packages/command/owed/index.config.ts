export default definePageConfig({ navigationBarTitleText: '欠志愿者的钱' });
