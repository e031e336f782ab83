package cabildo.testing;

import cabildo.app.Cabildo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/// A test of pages against the whole program and a real database that holds the demonstration
/// world. Every test runs in a transaction that is rolled back.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Cabildo.class,
    properties = {"cabildo.demo=true", "cabildo.pages.keep=false", "cabildo.data=target/test-data"})
@AutoConfigureMockMvc
@Import(TestWiring.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Transactional
public @interface PagesTest {}
