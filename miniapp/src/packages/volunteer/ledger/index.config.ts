export default definePageConfig({ navigationBarTitleText: '垫的钱' });
