module isspp

go 1.26
